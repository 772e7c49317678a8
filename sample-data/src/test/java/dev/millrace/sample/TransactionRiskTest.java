package dev.millrace.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/// Looks at the labels of 40,000 rows.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TransactionRiskTest {
    private static final int ROWS = 40_000;

    private final List<CSVRecord> rows;

    TransactionRiskTest(@TempDir Path folder) throws IOException, InterruptedException {
        new TransactionGenerator(new GeneratorSettings(ROWS, 1, 12, false)).writeTo(folder, shard -> {});
        rows = CsvFolder.records(folder);
    }

    @Test
    void aboutEightPercentOfTheLabelsArePositive() {
        assertThat(labelShare("1")).isBetween(0.065, 0.095);
        assertThat(labelShare("-1")).isBetween(0.0015, 0.0045);
    }

    @Test
    void riskDependsOnTheCategoricalColumns() {
        assertThat(risk("merchant_category", "crypto")).isGreaterThan(5 * risk("merchant_category", "grocery"));
        assertThat(risk("country", "NG")).isGreaterThan(2 * risk("country", "DE"));
        assertThat(risk("device", "emulator")).isGreaterThan(2 * risk("device", "ios"));
        assertThat(risk("channel", "phone")).isGreaterThan(2 * risk("channel", "pos"));
    }

    @Test
    void riskDependsOnTheAmountAndTheScoreFollowsIt() {
        double large = risk(row -> Double.parseDouble(row.get("amount")) > 700);
        double middle = risk(row -> Math.abs(Double.parseDouble(row.get("amount")) - 100) < 90);
        assertThat(large).isGreaterThan(3 * middle);
        assertThat(risk(row -> Double.parseDouble(row.get("score")) > 0.5))
                .isGreaterThan(3 * risk(row -> Double.parseDouble(row.get("score")) < 0.2));
    }

    private double labelShare(String label) {
        return (double) rows.stream().filter(row -> row.get("label").equals(label)).count() / ROWS;
    }

    /// The share of positives among the known labels.
    private double risk(Predicate<CSVRecord> condition) {
        return rows.stream()
                .filter(condition)
                .map(row -> row.get("label"))
                .filter(label -> label.equals("0") || label.equals("1"))
                .mapToInt(Integer::parseInt)
                .average()
                .orElseThrow();
    }

    private double risk(String column, String code) {
        return risk(row -> row.get(column).equals(code));
    }
}
