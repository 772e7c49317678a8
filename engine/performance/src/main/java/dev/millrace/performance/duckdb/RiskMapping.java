package dev.millrace.performance.duckdb;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/// Risk-table mapping: all categories counted in one scan, then joined to each shard.
final class RiskMapping implements SqlWork {

    private static final double SMOOTH_FACTOR = 0.01;
    private static final int COUNT_THRESHOLD = 5;

    private final List<String> columns;

    RiskMapping(List<String> columns) {
        this.columns = columns;
    }

    @Override
    public void run(Session session, Shards shards, Path target) throws SQLException, IOException {
        String list = String.join(", ", columns);
        session.run(
                """
                CREATE TEMP TABLE counts AS
                SELECT %s, grouping(%s) AS kept, count(*) AS n, count(*) FILTER (label = '1') AS positives
                FROM %s WHERE label <> '-1'
                GROUP BY GROUPING SETS (%s, ())
                """
                        .formatted(
                                list,
                                list,
                                shards.all(false),
                                columns.stream().map(column -> "(" + column + ")").collect(Collectors.joining(", "))));
        session.run(
                """
                CREATE TEMP TABLE prior AS
                SELECT positives / n AS risk, floor(n * %s) AS weight FROM counts WHERE kept = %d
                """
                        .formatted(SMOOTH_FACTOR, (1 << columns.size()) - 1));
        for (String column : columns) {
            session.run(
                    """
                    CREATE TEMP TABLE risk_of_%s AS
                    SELECT %s AS category,
                           CAST(CASE WHEN n < %d THEN prior.risk
                                ELSE (positives + weight * prior.risk) / (n + weight) END AS %s) AS risk
                    FROM counts, prior WHERE %s IS NOT NULL
                    """
                            .formatted(column, column, COUNT_THRESHOLD, shards.numberType(), column));
        }
        String otherwise = session.rows("SELECT risk FROM prior").getFirst().getFirst();
        String mapped =
                columns.stream()
                        .map(column ->
                                "coalesce(risk_of_%s.risk, CAST(%s AS %s)) AS %s"
                                        .formatted(column, otherwise, shards.numberType(), column))
                        .collect(Collectors.joining(", "));
        String joins =
                columns.stream()
                        .map(column ->
                                "LEFT JOIN risk_of_%s ON risk_of_%s.category = shard.%s"
                                        .formatted(column, column, column))
                        .collect(Collectors.joining(" "));
        for (Path shard : shards.files()) {
            String query =
                    "SELECT shard.* REPLACE (%s) FROM %s AS shard %s".formatted(mapped, shards.one(shard), joins);
            session.run(shards.copy(query, SqlWork.output(target, "train", shard)));
        }
    }
}
