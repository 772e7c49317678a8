package dev.millrace.engine.testing;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// Two slow and simple readers of comma-separated text to compare the engine's with: one of raw cells, a character at a
/// time, and Commons CSV for values.
public final class RawCsv {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

    private final String text;
    private final List<Row> rows = new ArrayList<>();

    private RawCsv(String text) {
        this.text = text;
    }

    /// A record as it is written.
    ///
    /// @param cells with their quotes
    /// @param end its line break, empty if the text ends without one
    public record Row(List<String> cells, String end) {}

    /// All records, the header too, without blank lines.
    public static List<Row> rows(String text) {
        RawCsv reader = new RawCsv(text);
        reader.read();
        return reader.rows;
    }

    /// The values of all records, the header too, without blank lines.
    public static List<List<String>> values(String text) {
        try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
            return parser.stream().map(CSVRecord::toList).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void read() {
        int at = text.startsWith("\u00EF\u00BB\u00BF") ? 3 : text.startsWith("\uFEFF") ? 1 : 0;
        while (at < text.length()) {
            List<String> cells = new ArrayList<>();
            boolean more = true;
            while (more) {
                int end = endOfCell(at);
                cells.add(text.substring(at, end));
                more = end < text.length() && text.charAt(end) == ',';
                at = more ? end + 1 : end;
            }
            String lineBreak =
                    text.startsWith("\r\n", at) ? "\r\n" : at < text.length() ? text.substring(at, at + 1) : "";
            at += lineBreak.length();
            if (cells.size() > 1 || !cells.getFirst().isEmpty()) {
                rows.add(new Row(cells, lineBreak));
            }
        }
    }

    private int endOfCell(int start) {
        boolean quoted = text.startsWith("\"", start);
        int at = quoted ? start + 1 : start;
        boolean open = quoted;
        while (at < text.length()) {
            char character = text.charAt(at);
            if (open && character == '"') {
                if (text.startsWith("\"\"", at)) {
                    at++;
                } else {
                    open = false;
                }
            } else if (!open && (character == ',' || character == '\n' || character == '\r')) {
                return at;
            }
            at++;
        }
        return at;
    }
}
