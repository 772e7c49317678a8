package dev.millrace.engine.format;

import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.Schema;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.dataset.ShardListing;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.problem.StorageException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds the shards of a dataset and reads the column names of every one, but no row.
public final class DatasetReader {

    private static final int SHARDS_NAMED = 5;

    private final ShardCodecs codecs;

    public DatasetReader(ShardCodecs codecs) {
        this.codecs = codecs;
    }

    /// @param splits split folders to look for
    /// @param flat split of shards that lie in no split folder
    /// @throws DataException if there is no shard, or the shards' columns differ
    /// @throws StorageException if the folder or a shard cannot be read
    public Dataset read(Path path, List<Split> splits, Split flat) {
        ShardListing listing = ShardListing.of(path, splits, flat);
        Schema schema = null;
        Shard first = null;
        List<Difference> differences = new ArrayList<>();
        for (Shard shard : listing.shards()) {
            Optional<List<String>> columns = columns(shard);
            if (columns.isEmpty()) {
                continue; // an empty file: no rows, no columns to differ
            }
            if (schema == null) {
                schema = new Schema(columns.get());
                first = shard;
            } else {
                Difference difference = Difference.of(schema, shard, columns.get());
                if (!difference.isNone()) {
                    differences.add(difference);
                }
            }
        }
        if (schema == null || first == null) {
            throw new DataException(
                    new Problem(
                            Place.of(path),
                            "every shard is an empty file",
                            "Choose a folder whose shards have a header"));
        }
        if (!differences.isEmpty()) {
            throw differing(path, first, differences);
        }
        return new Dataset(
                path, listing.layout(), listing.shards(), listing.ignored(), schema, opaque(listing.shards(), schema));
    }

    private Optional<List<String>> columns(Shard shard) {
        try {
            return codecs.of(shard.type().format()).columns(shard);
        } catch (IOException failure) {
            throw StorageException.reading(shard.file(), failure);
        }
    }

    private Map<String, String> opaque(List<Shard> shards, Schema schema) {
        try {
            return codecs.of(shards.getFirst().type().format()).opaque(shards, schema);
        } catch (IOException failure) {
            throw StorageException.reading(shards.getFirst().file(), failure);
        }
    }

    /// How a shard's columns differ from the schema; their order does not matter.
    private record Difference(Shard shard, Set<String> missing, Set<String> extra) {

        static Difference of(Schema schema, Shard shard, List<String> columns) {
            Set<String> missing = new LinkedHashSet<>(schema.columns());
            columns.forEach(missing::remove);
            Set<String> extra = new LinkedHashSet<>(columns);
            extra.removeAll(new HashSet<>(schema.columns()));
            return new Difference(shard, missing, extra);
        }

        boolean isNone() {
            return missing.isEmpty() && extra.isEmpty();
        }

        @Override
        public String toString() {
            List<String> parts = new ArrayList<>();
            if (!missing.isEmpty()) {
                parts.add("lacks " + String.join(", ", missing));
            }
            if (!extra.isEmpty()) {
                parts.add("adds " + String.join(", ", extra));
            }
            return shard + " " + String.join(" and ", parts);
        }
    }

    private static DataException differing(Path path, Shard first, List<Difference> differences) {
        List<String> named = differences.stream().limit(SHARDS_NAMED).map(Difference::toString).toList();
        String more = differences.size() > SHARDS_NAMED ? "; and " + (differences.size() - SHARDS_NAMED) + " more" : "";
        return new DataException(
                new Problem(
                        Place.of(path),
                        "the columns of "
                                + differences.size()
                                + " shards differ from those of "
                                + first
                                + ": "
                                + String.join("; ", named)
                                + more,
                        "Give all shards the same columns, in any order"));
    }
}
