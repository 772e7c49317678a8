package dev.millrace.lab.report;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Rows under a header. What is null, or not a number, is an empty cell.
final class CsvTable {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').setNullString("").get();

    private final List<String> header;
    private final List<List<@Nullable Object>> rows = new ArrayList<>();

    CsvTable(String... header) {
        this.header = List.of(header);
    }

    void add(@Nullable Object... cells) {
        if (cells.length != header.size()) {
            throw new IllegalArgumentException(cells.length + " cells under " + header);
        }
        List<@Nullable Object> row = new ArrayList<>(Arrays.asList(cells));
        row.replaceAll(cell -> cell instanceof Double number && !Double.isFinite(number) ? null : cell);
        rows.add(row);
    }

    byte[] bytes() {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
            printer.printRecord(header);
            for (List<@Nullable Object> row : rows) {
                printer.printRecord(row);
            }
        } catch (IOException never) {
            throw new IllegalStateException("a table could not be written to memory", never);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
