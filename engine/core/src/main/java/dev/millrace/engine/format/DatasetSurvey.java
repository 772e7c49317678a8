package dev.millrace.engine.format;

import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.DatasetOptions;
import dev.millrace.engine.dataset.Schema;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.dataset.ShardListing;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.problem.EngineException;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.problem.StorageException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The shards of a dataset that may not be one: each with what is wrong with it, where [DatasetReader] gives up. The
/// columns that most shards have are taken for those of the dataset.
public final class DatasetSurvey {

    private final ShardCodecs codecs;
    private final ShardListing listing;
    private final ShardNotation notation;
    private final List<SurveyedShard> shards;

    private DatasetSurvey(
            ShardCodecs codecs, ShardListing listing, ShardNotation notation, List<SurveyedShard> shards) {
        this.codecs = codecs;
        this.listing = listing;
        this.notation = notation;
        this.shards = List.copyOf(shards);
    }

    /// Opens every shard that can be opened.
    ///
    /// @throws EngineException if there is no shard at all
    public static DatasetSurvey of(ShardCodecs codecs, ShardListing listing, DatasetOptions options) {
        ShardNotation notation = notation(listing.shards(), options, codecs);
        List<SurveyedShard> opened = listing.shards().stream().map(shard -> opened(notation, shard)).toList();
        if (listing.shards().getFirst().type().format().rowsNameColumns() || options.union()) {
            return new DatasetSurvey(codecs, listing, notation, opened);
        }
        List<String> usual = usualColumns(opened);
        return new DatasetSurvey(
                codecs, listing, notation, opened.stream().map(shard -> compared(shard, usual)).toList());
    }

    /// Lists and opens the shards at a path.
    public static DatasetSurvey of(
            ShardCodecs codecs, Path path, List<Split> splits, Split flat, DatasetOptions options) {
        return of(codecs, ShardListing.of(path, splits, flat, options.format()), options);
    }

    public ShardListing listing() {
        return listing;
    }

    public List<SurveyedShard> shards() {
        return shards;
    }

    /// How a shard can be read on its own, with its own columns.
    ///
    /// @throws EngineException if it cannot be opened
    public Dataset alone(SurveyedShard surveyed) {
        Schema schema = new Schema(surveyed.columns());
        return new Dataset(
                listing.root(),
                listing.layout(),
                List.of(surveyed.shard()),
                List.of(),
                schema,
                true,
                notation.dialect(),
                notation.findings(),
                notation.warnings(),
                opaque(surveyed.shard(), schema));
    }

    private Map<String, String> opaque(Shard shard, Schema schema) {
        try {
            return codecs.of(shard.type().format()).opaque(List.of(shard), schema);
        } catch (IOException failure) {
            throw StorageException.reading(shard.file(), failure);
        }
    }

    /// As all shards together tell it, or the first one that can be read when they do not.
    private static ShardNotation notation(List<Shard> shards, DatasetOptions options, ShardCodecs codecs) {
        EngineException first;
        try {
            return ShardNotation.of(shards, options, codecs);
        } catch (EngineException refused) {
            first = refused;
        }
        for (Shard shard : shards) {
            try {
                return ShardNotation.of(List.of(shard), options, codecs);
            } catch (EngineException unreadable) {
                first.addSuppressed(unreadable);
            }
        }
        throw first;
    }

    private static SurveyedShard opened(ShardNotation notation, Shard shard) {
        try {
            Optional<List<String>> columns = notation.columns(shard, false);
            return columns.isPresent()
                    ? new SurveyedShard(shard, SurveyedShard.State.SOUND, columns.get(), null)
                    : new SurveyedShard(shard, SurveyedShard.State.EMPTY, List.of(), null);
        } catch (EngineException unreadable) {
            return unreadable(shard, unreadable);
        } catch (IOException failure) {
            return unreadable(shard, StorageException.reading(shard.file(), failure));
        }
    }

    private static SurveyedShard unreadable(Shard shard, EngineException why) {
        return new SurveyedShard(shard, SurveyedShard.State.UNREADABLE, List.of(), why.problems().getFirst());
    }

    private static List<String> usualColumns(List<SurveyedShard> shards) {
        Map<Set<String>, Integer> counts = new LinkedHashMap<>();
        shards.stream()
                .filter(shard -> shard.state() == SurveyedShard.State.SOUND)
                .forEach(shard -> counts.merge(new LinkedHashSet<>(shard.columns()), 1, Integer::sum));
        Set<String> usual = Set.of();
        int most = 0;
        for (Map.Entry<Set<String>, Integer> columns : counts.entrySet()) {
            if (columns.getValue() > most) {
                usual = columns.getKey();
                most = columns.getValue();
            }
        }
        return List.copyOf(usual);
    }

    private static SurveyedShard compared(SurveyedShard surveyed, List<String> usual) {
        if (surveyed.state() != SurveyedShard.State.SOUND) {
            return surveyed;
        }
        List<String> lacks = without(usual, surveyed.columns());
        List<String> adds = without(surveyed.columns(), usual);
        if (lacks.isEmpty() && adds.isEmpty()) {
            return surveyed;
        }
        List<String> parts = new ArrayList<>();
        if (!lacks.isEmpty()) {
            parts.add("lacks " + String.join(", ", lacks));
        }
        if (!adds.isEmpty()) {
            parts.add("adds " + String.join(", ", adds));
        }
        Problem problem =
                new Problem(
                        Place.of(surveyed.shard().file()).atLine(1),
                        "other columns than most shards: " + String.join("; ", parts),
                        "Mend the shard or move it away; or set dataset.columns to union in the recipe");
        return new SurveyedShard(surveyed.shard(), SurveyedShard.State.DIFFERENT, surveyed.columns(), problem);
    }

    private static List<String> without(List<String> columns, List<String> others) {
        Set<String> left = new LinkedHashSet<>(columns);
        others.forEach(left::remove);
        return List.copyOf(left);
    }
}
