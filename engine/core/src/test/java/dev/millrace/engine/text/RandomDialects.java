package dev.millrace.engine.text;

import dev.millrace.engine.dataset.Dialect;
import dev.millrace.engine.dataset.DialectOverrides;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Random tables, and texts of them in random dialects. Values are mostly what matters to a dialect.
final class RandomDialects {

    private static final List<String> PIECES =
            List.of(
                    "a",
                    "b c",
                    "7",
                    "\"",
                    "'",
                    ",",
                    ";",
                    "|",
                    "\\",
                    "#",
                    "%",
                    " ",
                    "\n",
                    "\r\n",
                    "\r",
                    "ä",
                    "0123456789abcdef");

    private final Random random;

    RandomDialects(Random random) {
        this.random = random;
    }

    Dialect dialect() {
        Dialect dialect = Dialect.CSV.withDelimiter(oneOf(List.of(',', ';', '\t', '|', ' ')));
        dialect = dialect.withQuote(oneOf(List.of('"', '"', '\'', Dialect.NONE)));
        dialect =
                dialect.withEscape(
                        dialect.quote() == Dialect.NONE ? '\\' : oneOf(List.of(Dialect.NONE, Dialect.NONE, '\\')));
        dialect = dialect.withComment(oneOf(List.of(Dialect.NONE, '#', '%')));
        return dialect.withSkipInitialSpace(dialect.delimiter() != ' ' && random.nextInt(3) == 0);
    }

    static DialectOverrides said(Dialect dialect, boolean header) {
        return new DialectOverrides(
                String.valueOf(dialect.delimiter()),
                said(dialect.quote()),
                said(dialect.escape()),
                said(dialect.comment()),
                header,
                0,
                dialect.skipInitialSpace(),
                "UTF-8");
    }

    private static String said(char character) {
        return character == Dialect.NONE ? "" : String.valueOf(character);
    }

    /// Rows of two columns or more; without line breaks if the dialect cannot write them.
    List<List<String>> table(Dialect dialect) {
        int columns = 2 + random.nextInt(3);
        List<List<String>> rows = new ArrayList<>();
        for (int row = random.nextInt(40); row >= 0; row--) {
            List<String> values = new ArrayList<>();
            for (int column = 0; column < columns; column++) {
                values.add(value(dialect));
            }
            rows.add(values);
        }
        return rows;
    }

    private String value(Dialect dialect) {
        StringBuilder value = new StringBuilder();
        for (int pieces = random.nextInt(4); pieces > 0; pieces--) {
            String piece = oneOf(PIECES);
            boolean lineBreak = piece.startsWith("\r") || piece.startsWith("\n");
            if (!(lineBreak && dialect.quote() == Dialect.NONE)) {
                value.append(piece);
            }
        }
        return value.toString();
    }

    /// A table as a text, written by the rules of its dialect but with more quotes and comments than it needs.
    String text(List<List<String>> rows, Dialect dialect) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            if (dialect.comment() != Dialect.NONE && random.nextInt(4) == 0) {
                text.append(dialect.comment()).append(" a \"comment, of; no|use").append(lineBreak());
            }
            for (int column = 0; column < row.size(); column++) {
                if (column > 0) {
                    text.append(dialect.delimiter());
                }
                if (dialect.skipInitialSpace() && random.nextBoolean()) {
                    text.append(" ");
                }
                boolean comment =
                        column == 0
                                && dialect.comment() != Dialect.NONE
                                && row.get(0).startsWith(String.valueOf(dialect.comment()));
                text.append(cell(row.get(column), dialect, comment));
            }
            text.append(lineBreak());
        }
        return text.toString();
    }

    private String cell(String value, Dialect dialect, boolean comment) {
        char quote = dialect.quote();
        if (quote == Dialect.NONE) {
            boolean blank = value.startsWith(" ") && dialect.skipInitialSpace();
            String escaped =
                    value.replace("\\", "\\\\")
                            .replace(String.valueOf(dialect.delimiter()), "\\" + dialect.delimiter());
            return comment || (blank && !escaped.startsWith("\\")) ? "\\" + escaped : escaped;
        }
        boolean escapes = dialect.escape() != Dialect.NONE;
        boolean must =
                comment
                        || value.indexOf(dialect.delimiter()) >= 0
                        || value.indexOf('\n') >= 0
                        || value.indexOf('\r') >= 0
                        || (escapes && value.indexOf('\\') >= 0)
                        || value.startsWith(String.valueOf(quote))
                        || value.startsWith(" ");
        if (!must && random.nextInt(4) > 0) {
            return value;
        }
        String plain = escapes ? value.replace("\\", "\\\\") : value;
        String inner =
                plain.replace(
                        String.valueOf(quote),
                        (escapes && random.nextBoolean() ? '\\' : quote) + String.valueOf(quote));
        return quote + inner + quote;
    }

    private String lineBreak() {
        return oneOf(List.of("\n", "\n", "\r\n", "\r"));
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
