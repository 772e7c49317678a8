package dev.millrace.engine.format;

import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.DatasetOptions;
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

/// Finds the shards of a dataset and reads the column names of every one.
public final class DatasetReader {

    private static final int SHARDS_NAMED = 5;

    private final ShardCodecs codecs;

    public DatasetReader(ShardCodecs codecs) {
        this.codecs = codecs;
    }

    /// Opens a dataset of which nothing is said.
    ///
    /// @param splits split folders to look for
    /// @param flat split of shards that lie in no split folder
    /// @throws DataException if there is no shard, or the shards' columns differ
    /// @throws StorageException if the folder or a shard cannot be read
    public Dataset read(Path path, List<Split> splits, Split flat) {
        return read(path, splits, flat, DatasetOptions.NONE);
    }

    /// Opens a dataset.
    ///
    /// @param splits split folders to look for
    /// @param flat split of shards that lie in no split folder
    /// @throws DataException if there is no shard, or the shards' columns differ
    /// @throws StorageException if the folder or a shard cannot be read
    public Dataset read(Path path, List<Split> splits, Split flat, DatasetOptions options) {
        return read(ShardListing.of(path, splits, flat, options.format()), options, false);
    }

    /// Opens a dataset and looks for columns in every row, which costs a scan of all shards if each row names its
    /// columns. Of such a dataset [#read] may not know all columns, but says so: its schema is open.
    public Dataset readAllRows(Path path, List<Split> splits, Split flat, DatasetOptions options) {
        return read(ShardListing.of(path, splits, flat, options.format()), options, true);
    }

    private Dataset read(ShardListing listing, DatasetOptions options, boolean allRows) {
        ShardNotation notation = ShardNotation.of(listing.shards(), options, codecs);
        boolean rowsNameColumns = listing.shards().getFirst().type().format().rowsNameColumns();
        Schema schema =
                rowsNameColumns
                        ? columnsOfRows(listing, notation, allRows)
                        : columnsOfShards(listing, notation, options);
        return new Dataset(
                listing.root(),
                listing.layout(),
                listing.shards(),
                listing.ignored(),
                schema,
                options.union() || rowsNameColumns,
                notation.dialect(),
                notation.findings(),
                notation.warnings(),
                opaque(listing.shards(), schema));
    }

    /// The columns of all rows together, in order of appearance.
    private static Schema columnsOfRows(ShardListing listing, ShardNotation notation, boolean allRows) {
        Set<String> union = new LinkedHashSet<>();
        boolean anyRow = false;
        for (Shard shard : listing.shards()) {
            Optional<List<String>> columns = columns(notation, shard, allRows);
            anyRow |= columns.isPresent();
            union.addAll(columns.orElse(List.of()));
        }
        if (!anyRow) {
            throw empty(listing, "Choose a folder whose shards have rows");
        }
        List<String> columns = List.copyOf(union);
        return allRows ? new Schema(columns) : Schema.open(columns);
    }

    /// The columns that the shards have, which must be the same unless the options say otherwise.
    private static Schema columnsOfShards(ShardListing listing, ShardNotation notation, DatasetOptions options) {
        Set<String> union = new LinkedHashSet<>();
        Schema schema = null;
        Shard first = null;
        List<Difference> differences = new ArrayList<>();
        for (Shard shard : listing.shards()) {
            Optional<List<String>> columns = columns(notation, shard, false);
            if (columns.isEmpty()) {
                continue; // an empty file: no rows, no columns to differ
            }
            union.addAll(columns.get());
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
            throw empty(listing, "Choose a folder whose shards have a header");
        }
        if (!differences.isEmpty() && !options.union()) {
            throw differing(listing.root(), first, differences);
        }
        return options.union() ? new Schema(List.copyOf(union)) : schema;
    }

    private static DataException empty(ShardListing listing, String remedy) {
        return new DataException(new Problem(Place.of(listing.root()), "every shard is an empty file", remedy));
    }

    private static Optional<List<String>> columns(ShardNotation notation, Shard shard, boolean allRows) {
        try {
            return notation.columns(shard, allRows);
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
                                + (differences.size() == 1 ? "a shard" : differences.size() + " shards")
                                + " differ from those of "
                                + first
                                + ": "
                                + String.join("; ", named)
                                + more,
                        "Give all shards the same columns, in any order, or set dataset.columns to union"));
    }
}
