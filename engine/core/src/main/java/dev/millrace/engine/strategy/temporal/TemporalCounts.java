package dev.millrace.engine.strategy.temporal;

import dev.millrace.engine.stats.SummaryInput;
import dev.millrace.engine.stats.SummaryOutput;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What the temporal split learns of some shards.
///
/// @param examples for each kind of evidence that a date gives, the first date of that kind
/// @param before by the index of each format that reads all dates so far: the groups with a row before the split date
/// @param missingDates rows without a date
/// @param missingGroups rows with a date but without a group
record TemporalCounts(
        SortedMap<Integer, String> examples,
        SortedMap<Integer, GroupHashes> before,
        long missingDates,
        long missingGroups) {

    void write(SummaryOutput out) throws IOException {
        out.count(missingDates);
        out.count(missingGroups);
        out.count(examples.size());
        for (Map.Entry<Integer, String> example : examples.entrySet()) {
            out.count(example.getKey());
            out.text(example.getValue());
        }
        out.count(before.size());
        for (Map.Entry<Integer, GroupHashes> groups : before.entrySet()) {
            out.count(groups.getKey());
            out.ascending(groups.getValue().sorted());
        }
    }

    static TemporalCounts read(SummaryInput in) throws IOException {
        long missingDates = in.count();
        long missingGroups = in.count();
        SortedMap<Integer, String> examples = new TreeMap<>();
        for (int left = in.size(2); left > 0; left--) {
            examples.put(in.count(DateEvidence.KINDS - 1), in.text());
        }
        SortedMap<Integer, GroupHashes> before = new TreeMap<>();
        for (int left = in.size(2); left > 0; left--) {
            before.put(in.count(DateFormat.values().length - 1), GroupHashes.of(in.ascending()));
        }
        return new TemporalCounts(examples, before, missingDates, missingGroups);
    }

    /// The formats that read every date so far; all of them if there is none.
    int formats() {
        return formats(examples);
    }

    private static int formats(SortedMap<Integer, String> examples) {
        return examples.keySet().stream().reduce(-1, (left, kind) -> left & kind);
    }

    TemporalCounts plus(TemporalCounts other) {
        SortedMap<Integer, String> allExamples = new TreeMap<>(other.examples);
        allExamples.putAll(examples);
        int formats = formats(allExamples);
        SortedMap<Integer, GroupHashes> groups = new TreeMap<>();
        for (Map<Integer, GroupHashes> each : List.of(before, other.before)) {
            each.forEach((format, hashes) -> {
                if ((formats & 1 << format) != 0) {
                    groups.merge(format, hashes, GroupHashes::plus);
                }
            });
        }
        return new TemporalCounts(
                allExamples, groups, missingDates + other.missingDates, missingGroups + other.missingGroups);
    }
}
