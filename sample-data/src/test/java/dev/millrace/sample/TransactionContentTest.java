package dev.millrace.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Looks at 40,000 rows in 3 shards.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TransactionContentTest {
    private static final int ROWS = 40_000;

    private final Path folder;
    private final List<CSVRecord> rows;

    TransactionContentTest(@TempDir Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        new TransactionGenerator(new GeneratorSettings(ROWS, 3, 11, false)).writeTo(folder, 2, shard -> {});
        rows = CsvFolder.records(folder);
    }

    @Test
    void everyRowHasTwentyCells() {
        assertThat(rows).hasSize(ROWS).allMatch(row -> row.size() == 20);
    }

    @Test
    void linesEndWithLineFeedsAndNoCellHoldsOne() throws IOException {
        String text = Files.readString(folder.resolve("part-00001.csv"));

        assertThat(text).doesNotContain("\r").endsWith("\n").startsWith(TransactionRows.HEADER);
        assertThat(text.lines()).hasSize(Math.ceilDiv(ROWS, 3) + 1);
    }

    @Test
    void aRowHasAboutOneHundredAndFortyBytesAndFitsTheReservedRoom() throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve("part-00001.csv"));
        String text = new String(bytes, StandardCharsets.UTF_8);

        assertThat(bytes.length / Math.ceilDiv(ROWS, 3)).isBetween(130, 150);
        assertThat(text.lines())
                .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length < TransactionRows.MAX_ROW_BYTES / 2);
    }

    @Test
    void cellsHaveTheFormOfTheirColumn() {
        Map<String, String> forms =
                Map.ofEntries(
                        Map.entry("txn_id", "T\\d{13}"),
                        Map.entry("customer_id", "C\\d{7}"),
                        Map.entry("txn_date", "202[45]-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])"),
                        Map.entry("name", "[\\p{L}'-]+( [\\p{L}]+)?( \"[A-Za-z]+\")?, \\p{L}+"),
                        Map.entry("amount", "\\d+(\\.\\d\\d?)?"),
                        Map.entry("age", "\\d\\d|NA|"),
                        Map.entry("income", "\\d{4,6}\\.\\d\\d|NA|"),
                        Map.entry("tenure_months", "\\d{1,3}"),
                        Map.entry("velocity_1d", "\\d{1,2}"),
                        Map.entry("velocity_7d", "\\d{1,2}"),
                        Map.entry("score", "0\\.\\d{6}"),
                        Map.entry("lat", "-?\\d{1,2}\\.\\d{5}"),
                        Map.entry("lon", "-?\\d{1,3}\\.\\d{5}"),
                        Map.entry("merchant_category", "[a-z]+|NA|"),
                        Map.entry("country", "[A-Z]{2}"),
                        Map.entry("device", "[a-z]+|NA|"),
                        Map.entry("payment_method", "[a-z]+"),
                        Map.entry("channel", "[a-z]+"),
                        Map.entry("email_domain", "[a-z-]+(\\.[a-z]+)+|NA|"),
                        Map.entry("label", "0|1|-1|NA|"));

        assertThat(rows.getFirst().toMap().keySet()).isEqualTo(forms.keySet());
        forms.forEach((column, form) ->
                assertThat(texts(column)).as(column).allMatch(Pattern.compile(form).asMatchPredicate()));
    }

    @Test
    void transactionIdsAreUnique() {
        assertThat(new HashSet<>(texts("txn_id"))).hasSize(ROWS);
    }

    @Test
    void someCustomersAreFrequentAndKeepTheirName() {
        Map<String, List<CSVRecord>> byCustomer =
                rows.stream().collect(Collectors.groupingBy(row -> row.get("customer_id")));

        assertThat(byCustomer.values()).anyMatch(group -> group.size() > ROWS / 200);
        assertThat(byCustomer).hasSizeGreaterThan(ROWS / 2);
        assertThat(byCustomer.values())
                .allMatch(group -> group.stream().map(row -> row.get("name")).distinct().count() == 1);
    }

    @Test
    void columnsHaveTheirNumberOfCodes() {
        assertThat(codes("merchant_category")).hasSize(60);
        assertThat(codes("country")).hasSize(50);
        assertThat(codes("device")).hasSize(8);
        assertThat(codes("payment_method")).hasSize(8);
        assertThat(codes("channel")).hasSize(5);
        assertThat(codes("email_domain")).hasSize(30);
        assertThat(codes("txn_date")).hasSize(731).contains("2024-01-01", "2025-12-31");
    }

    @Test
    void missingCellsHaveTheirShare() {
        Map<String, Double> shares =
                Map.of(
                        "age", 0.05,
                        "income", 0.09,
                        "merchant_category", 0.02,
                        "device", 0.03,
                        "email_domain", 0.04,
                        "label", 0.005);

        shares.forEach((column, share) ->
                assertThat(share(column, TransactionContentTest::isMissing))
                        .as(column)
                        .isCloseTo(share, within(0.005)));
        assertThat(share("age", "NA"::equals)).isBetween(0.006, 0.014);
    }

    @Test
    void someMissingCellsAreQuoted() throws IOException {
        assertThat(Files.readString(folder.resolve("part-00001.csv"))).contains(",\"\",");
    }

    @Test
    void fewNamesHoldAQuoteOrALetterOutsideAscii() {
        assertThat(share("name", name -> name.contains("\""))).isBetween(0.005, 0.02);
        assertThat(share("name", name -> !name.chars().allMatch(letter -> letter < 128))).isBetween(0.005, 0.06);
        assertThat(texts("name")).allMatch(name -> name.contains(", "));
    }

    @Test
    void someAmountsAreWrittenWithOneDecimalOrNone() {
        assertThat(share("amount", amount -> !amount.contains("."))).isCloseTo(0.06, within(0.01));
        assertThat(share("amount", amount -> amount.matches("\\d+\\.\\d"))).isCloseTo(0.04, within(0.01));
    }

    private List<String> texts(String column) {
        return rows.stream().map(row -> row.get(column)).toList();
    }

    private Set<String> codes(String column) {
        return texts(column).stream().filter(text -> !isMissing(text)).collect(Collectors.toSet());
    }

    private double share(String column, Predicate<String> condition) {
        return (double) texts(column).stream().filter(condition).count() / ROWS;
    }

    private static boolean isMissing(String cell) {
        return cell.isEmpty() || cell.equals("NA");
    }
}
