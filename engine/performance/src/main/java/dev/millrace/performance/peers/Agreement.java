package dev.millrace.performance.peers;

import dev.millrace.performance.duckdb.Session;
import dev.millrace.performance.duckdb.Shards;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Whether DuckDB and Millrace made the same of the data: as many rows in each split and, give or take one, in each
/// group; and in the first shard the same values, up to 1e-9 of them (a mean depends on the order of its sum).
///
/// @param findings what was compared, in words
record Agreement(List<String> findings) {

    private static final List<String> SPLITS = List.of("train", "val", "test");
    private static final double TOLERANCE = 1e-9;

    /// A column as text, numbers all alike: one side writes whole labels where the other keeps fractions.
    private static final String CATEGORY = "coalesce(CAST(TRY_CAST(%1$s AS DOUBLE) AS VARCHAR), CAST(%1$s AS VARCHAR))";

    /// Compares two outputs.
    ///
    /// @throws IOException if they differ
    static Agreement of(Task task, Path duckDb, Path millrace) throws IOException {
        boolean parquet = task.format() == DataFormat.PARQUET;
        List<String> findings = new ArrayList<>();
        try (Session session = new Session(Runtime.getRuntime().availableProcessors())) {
            for (String split : SPLITS) {
                if (Files.exists(duckDb.resolve(split)) || Files.exists(millrace.resolve(split))) {
                    Shards theirs = new Shards(duckDb.resolve(split), parquet);
                    Shards ours = new Shards(millrace.resolve(split), parquet);
                    findings.add(split + ": " + groups(task, session, theirs, ours));
                }
            }
            List<String> columns = task.work().comparedColumns();
            if (!columns.isEmpty()) {
                Shards theirs = new Shards(duckDb.resolve("train"), parquet);
                Shards ours = new Shards(millrace.resolve("train"), parquet);
                findings.add(values(columns, session, theirs, ours));
            }
        } catch (SQLException unreadable) {
            throw new IOException("the outputs of " + task.name() + " cannot be compared", unreadable);
        }
        return new Agreement(findings);
    }

    private static String groups(Task task, Session session, Shards theirs, Shards ours)
            throws SQLException, IOException {
        String column = task.work().groupColumn();
        String count = "(SELECT " + CATEGORY + " AS category, count(*) AS n FROM %2$s GROUP BY 1)";
        List<List<String>> rows =
                session.rows(
                        """
                        SELECT sum(theirs.n), sum(ours.n), max(abs(coalesce(theirs.n, 0) - coalesce(ours.n, 0)))
                        FROM %s AS theirs
                        FULL JOIN %s AS ours ON theirs.category IS NOT DISTINCT FROM ours.category
                        """
                                .formatted(
                                        count.formatted(column, theirs.all(false)),
                                        count.formatted(column, ours.all(false))));
        List<String> found = rows.getFirst();
        if (!found.get(0).equals(found.get(1)) || Long.parseLong(found.get(2)) > 1) {
            throw new IOException(
                    "%s: DuckDB has %s rows, Millrace %s; groups of %s differ by up to %s"
                            .formatted(task.name(), found.get(0), found.get(1), column, found.get(2)));
        }
        return found.get(0) + " rows on both sides";
    }

    private static String values(List<String> columns, Session session, Shards theirs, Shards ours)
            throws SQLException, IOException {
        String equal =
                columns.stream()
                        .map(column ->
                                """
                                (theirs.%1$s IS NOT DISTINCT FROM ours.%1$s
                                 OR abs(TRY_CAST(theirs.%1$s AS DOUBLE) / TRY_CAST(ours.%1$s AS DOUBLE) - 1) <= %2$s)
                                """
                                        .formatted(column, TOLERANCE))
                        .collect(Collectors.joining(" AND "));
        List<String> found =
                session.rows(
                                """
                                SELECT count(*), count(*) FILTER (%s) FROM %s AS theirs JOIN %s AS ours USING (txn_id)
                                """
                                        .formatted(
                                                equal,
                                                theirs.one(theirs.files().getFirst()),
                                                ours.one(ours.files().getFirst())))
                        .getFirst();
        if (!found.get(0).equals(found.get(1)) || found.get(0).equals("0")) {
            throw new IOException(
                    "of %s rows of the first shard only %s are equal in %s"
                            .formatted(found.get(0), found.get(1), columns));
        }
        return found.get(0) + " rows of the first shard have equal values in " + String.join(", ", columns);
    }
}
