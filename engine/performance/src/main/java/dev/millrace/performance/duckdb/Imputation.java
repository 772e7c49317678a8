package dev.millrace.performance.duckdb;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Fills missing cells: all fills in one scan, then each shard with its nulls replaced.
final class Imputation implements SqlWork {

    private final Map<String, String> columns;
    private final List<String> zeroIsMissing;

    /// @param columns by name, the aggregate that fills it: `avg`, `median` or `mode`
    /// @param zeroIsMissing columns of CSV in which 0 stands for a missing value
    Imputation(Map<String, String> columns, List<String> zeroIsMissing) {
        this.columns = columns;
        this.zeroIsMissing = zeroIsMissing;
    }

    @Override
    public void run(Session session, Shards shards, Path target) throws SQLException, IOException {
        List<String> aggregates = new ArrayList<>();
        columns.forEach((column, aggregate) ->
                aggregates.add(
                        aggregate.equals("mode")
                                ? "mode(" + column + ")"
                                : aggregate + "(CAST(" + present(column, shards) + " AS DOUBLE))"));
        List<String> fills =
                session.rows("SELECT " + String.join(", ", aggregates) + " FROM " + shards.all(false)).getFirst();
        List<String> filled = new ArrayList<>();
        int next = 0;
        for (Map.Entry<String, String> entry : columns.entrySet()) {
            String fill = Shards.quoted(fills.get(next++));
            String column = present(entry.getKey(), shards);
            boolean number = shards.parquet() && !entry.getValue().equals("mode");
            filled.add(
                    number
                            ? "coalesce(CAST(%s AS DOUBLE), CAST(%s AS DOUBLE)) AS %s"
                                    .formatted(column, fill, entry.getKey())
                            : "coalesce(%s, %s) AS %s".formatted(column, fill, entry.getKey()));
        }
        for (Path shard : shards.files()) {
            String query = "SELECT * REPLACE (" + String.join(", ", filled) + ") FROM " + shards.one(shard);
            session.run(shards.copy(query, SqlWork.output(target, "train", shard)));
        }
    }

    private String present(String column, Shards shards) {
        return !shards.parquet() && zeroIsMissing.contains(column) ? "nullif(" + column + ", '0')" : column;
    }
}
