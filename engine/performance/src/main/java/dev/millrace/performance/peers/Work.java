package dev.millrace.performance.peers;

import dev.millrace.engine.json.Json;
import dev.millrace.performance.duckdb.Columns;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// What every side does to the data.
enum Work {
    RISK_MAPPING,
    IMPUTATION,
    SAMPLING,
    SPLIT;

    private static final List<String> ALL_COLUMNS =
            List.of(
                    "txn_id",
                    "customer_id",
                    "txn_date",
                    "name",
                    "amount",
                    "age",
                    "income",
                    "tenure_months",
                    "velocity_1d",
                    "velocity_7d",
                    "score",
                    "lat",
                    "lon",
                    "merchant_category",
                    "country",
                    "device",
                    "payment_method",
                    "channel",
                    "email_domain");

    /// Such as `risk-mapping`.
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The recipe that does it.
    byte[] recipe(Path dataset, Path output) {
        Map<String, Object> data = new LinkedHashMap<>(Map.of("path", dataset.toString(), "label", "label"));
        if (this == IMPUTATION) {
            data.put("missing", List.of("NA", "0"));
        }
        return Json.document(
                Map.of(
                        "version",
                        1,
                        "dataset",
                        data,
                        "strategies",
                        List.of(strategy()),
                        "output",
                        Map.of("path", output.toString())));
    }

    private Map<String, Object> strategy() {
        return switch (this) {
            case RISK_MAPPING ->
                    Map.of("strategy", "risk-table-mapping", "fields", Columns.CATEGORICAL, "positiveLabel", "1");
            case IMPUTATION -> {
                Map<String, String> fills = new LinkedHashMap<>();
                Columns.MEANS.forEach(column -> fills.put(column, "mean"));
                Columns.MEDIANS.forEach(column -> fills.put(column, "median"));
                Columns.MODES.forEach(column -> fills.put(column, "mode"));
                List<String> others = ALL_COLUMNS.stream().filter(column -> !fills.containsKey(column)).toList();
                yield Map.of("strategy", "missing-value-imputation", "columns", fills, "exclude", others);
            }
            case SAMPLING ->
                    Map.of(
                            "strategy",
                            "stratified-sampling",
                            "strataColumn",
                            Columns.STRATA,
                            "targetSize",
                            Columns.SAMPLE_ROWS,
                            "allocation",
                            "balanced",
                            "exactTarget",
                            true);
            case SPLIT -> Map.of("strategy", "tabular-split", "trainRatio", 0.7, "testValRatio", 0.5);
        };
    }

    /// Columns whose values both sides must agree on, row by row; none where rows are drawn at random.
    List<String> comparedColumns() {
        return switch (this) {
            case RISK_MAPPING -> Columns.CATEGORICAL;
            case IMPUTATION -> Stream.of(Columns.MEANS, Columns.MEDIANS, Columns.MODES).flatMap(List::stream).toList();
            case SAMPLING, SPLIT -> List.of();
        };
    }

    /// The column whose groups must have as many rows on both sides, give or take one.
    String groupColumn() {
        return this == SAMPLING ? Columns.STRATA : "label";
    }
}
