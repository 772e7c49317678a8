package dev.millrace.engine.strategy.sample;

import static java.util.Objects.requireNonNull;

import dev.millrace.engine.dataset.ShardKey;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.stats.CodePointOrder;
import dev.millrace.engine.stats.Moments;
import dev.millrace.engine.stats.SummaryInput;
import dev.millrace.engine.stats.SummaryOutput;
import dev.millrace.engine.strategy.SummaryParts;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// What stratified sampling learns of some shards. Counts and moments are exact, so merging is associative.
///
/// @param parts the rows that a shard has in a split, in shard order
/// @param moments of the variance column, by split and stratum; empty when no column is asked for
record SampleCounts(List<Part> parts, Map<Split, SortedMap<String, Moments>> moments) {

    static final SampleCounts NONE = new SampleCounts(List.of(), Map.of());

    /// Bytes of memory that one stratum of one shard takes.
    static final long BYTES_PER_COUNT = 64;

    SampleCounts {
        parts = List.copyOf(parts);
        moments = Map.copyOf(moments);
    }

    /// Writes each stratum once; what is counted names it by its place.
    void write(SummaryOutput out) throws IOException {
        NavigableSet<String> strata = new TreeSet<>(CodePointOrder.ASCENDING);
        parts.forEach(part -> strata.addAll(part.rows().keySet()));
        moments.values().forEach(ofSplit -> strata.addAll(ofSplit.keySet()));
        out.list(strata, (stratum, to) -> to.text(stratum));
        Map<String, Integer> places = new HashMap<>();
        strata.forEach(stratum -> places.put(stratum, places.size()));
        out.list(
                parts,
                (part, to) -> {
                    SummaryParts.write(part.shard(), to);
                    SummaryParts.write(part.split(), to);
                    to.count(part.missing());
                    write(part.rows(), places, to, (rows, each) -> each.count(rows));
                });
        out.list(
                new TreeSet<>(moments.keySet()),
                (split, to) -> {
                    SummaryParts.write(split, to);
                    write(requireNonNull(moments.get(split)), places, to, Moments::write);
                });
    }

    private static <T> void write(
            SortedMap<String, T> strata, Map<String, Integer> places, SummaryOutput out, SummaryOutput.Element<T> value)
            throws IOException {
        out.count(strata.size());
        for (Map.Entry<String, T> stratum : strata.entrySet()) {
            out.count(requireNonNull(places.get(stratum.getKey())));
            value.write(stratum.getValue(), out);
        }
    }

    static SampleCounts read(SummaryInput in) throws IOException {
        List<String> strata = in.list(SummaryInput::text);
        List<Part> parts = in.list(from -> readPart(from, strata));
        Map<Split, SortedMap<String, Moments>> moments = new EnumMap<>(Split.class);
        for (int left = in.size(2); left > 0; left--) {
            moments.put(SummaryParts.readSplit(in), read(in, strata, Moments::read));
        }
        return new SampleCounts(parts, moments);
    }

    private static Part readPart(SummaryInput in, List<String> strata) throws IOException {
        ShardKey shard = SummaryParts.readShard(in);
        Split split = SummaryParts.readSplit(in);
        long missing = in.count();
        return new Part(shard, split, read(in, strata, SummaryInput::count), missing);
    }

    private static <T> SortedMap<String, T> read(SummaryInput in, List<String> strata, SummaryInput.Element<T> value)
            throws IOException {
        SortedMap<String, T> read = new TreeMap<>(CodePointOrder.ASCENDING);
        for (int left = in.size(2); left > 0; left--) {
            read.put(in.oneOf(strata), value.read(in));
        }
        return read;
    }

    /// Rows of one shard in one split.
    ///
    /// @param rows by stratum
    /// @param missing rows whose stratum is missing
    record Part(ShardKey shard, Split split, SortedMap<String, Long> rows, long missing) {}

    /// The most strata that a shard has in a split.
    int strata() {
        return parts.stream().mapToInt(part -> part.rows().size()).max().orElse(0);
    }

    /// Bytes of memory that they take, about.
    long footprint() {
        long counts = parts.stream().mapToLong(part -> part.rows().size()).sum();
        long taken = moments.values().stream().mapToLong(strata -> strata.size()).sum();
        return counts * (BYTES_PER_COUNT + 64) + taken * Moments.FOOTPRINT; // each shard has texts of its own
    }

    SampleCounts plus(SampleCounts other) {
        List<Part> all = new ArrayList<>(parts);
        all.addAll(other.parts);
        Map<Split, SortedMap<String, Moments>> sums = new EnumMap<>(Split.class);
        for (SampleCounts each : List.of(this, other)) {
            each.moments.forEach((split, strata) -> {
                SortedMap<String, Moments> sum =
                        sums.computeIfAbsent(split, _ -> new TreeMap<>(CodePointOrder.ASCENDING));
                strata.forEach((stratum, ofStratum) -> sum.merge(stratum, ofStratum, Moments::plus));
            });
        }
        return new SampleCounts(all, sums);
    }

    /// The parts of a split, in shard order.
    List<Part> parts(Split split) {
        return parts.stream().filter(part -> part.split() == split).toList();
    }

    /// The moments of a split's stratum.
    Moments moments(Split split, String stratum) {
        SortedMap<String, Moments> strata = moments.get(split);
        return strata == null ? Moments.NONE : strata.getOrDefault(stratum, Moments.NONE);
    }
}
