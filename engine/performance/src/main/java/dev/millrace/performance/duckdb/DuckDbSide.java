package dev.millrace.performance.duckdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/// Does one work and exits: `DuckDbSide WORK csv|parquet IN OUT`.
public final class DuckDbSide {

    private DuckDbSide() {}

    public static void main(String[] arguments) throws SQLException, IOException {
        Shards shards = new Shards(Path.of(arguments[2]), arguments[1].equals("parquet"));
        Path target = Files.createDirectories(Path.of(arguments[3]));
        try (Session session = new Session(Runtime.getRuntime().availableProcessors())) {
            work(arguments[0]).run(session, shards, target);
        }
    }

    private static SqlWork work(String name) {
        return switch (name) {
            case "risk-mapping" -> new RiskMapping(Columns.CATEGORICAL);
            case "imputation" -> {
                Map<String, String> aggregates = new LinkedHashMap<>();
                Columns.MEANS.forEach(column -> aggregates.put(column, "avg"));
                Columns.MEDIANS.forEach(column -> aggregates.put(column, "median"));
                Columns.MODES.forEach(column -> aggregates.put(column, "mode"));
                yield new Imputation(aggregates, Columns.ZERO_IS_MISSING);
            }
            case "sampling" -> new Sampling(Columns.STRATA, Columns.SAMPLE_ROWS);
            case "split" -> new TabularSplit();
            case "parquet" -> new ParquetCopy(Columns.ZERO_IS_MISSING);
            default -> throw new IllegalArgumentException("no such work: " + name);
        };
    }
}
