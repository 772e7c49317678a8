package dev.millrace.engine.text;

import dev.millrace.engine.dataset.Dialect;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// How well a dialect explains a sample.
///
/// @param dialect with comments and the lines before the table, as far as the sample has them
/// @param fields how many most records have
/// @param consistency share of the records of the table that have so many
/// @param plausible share of their values that look like values
/// @param table the sample from the table on
record DialectScore(Dialect dialect, int fields, double consistency, double plausible, SampleTable table) {

    private static final String COMMENTS = "#%";
    private static final int LEAST_ROWS_AFTER_PREAMBLE = 2;

    /// Scores a dialect.
    ///
    /// @param mayFindComments whether comments and lines before the table are looked for
    static DialectScore of(String text, boolean whole, Dialect candidate, boolean mayFindComments) {
        SampleTable first = SampleTable.of(text, whole, candidate);
        if (!mayFindComments) {
            return of(first, candidate);
        }
        Dialect dialect = candidate;
        int fields = first.usualFields();
        char comment = dialect.comment() == Dialect.NONE ? comment(text, first, fields) : Dialect.NONE;
        if (comment != Dialect.NONE) {
            dialect = dialect.withComment(comment);
        }
        SampleTable table = SampleTable.of(text, whole, dialect);
        int preamble = dialect.skipLines() == 0 ? preamble(table, table.usualFields()) : 0;
        if (preamble > 0) {
            String before = text.substring(0, table.starts().get(preamble));
            dialect = dialect.withHeader(dialect.header(), lines(before));
            table = SampleTable.of(text, whole, dialect);
        }
        return of(table, dialect);
    }

    private static DialectScore of(SampleTable table, Dialect dialect) {
        int fields = table.usualFields();
        int consistent = 0;
        long values = 0;
        long plausible = 0;
        for (int row = 0; row < table.rows().size(); row++) {
            if (table.rows().get(row).size() == fields) {
                consistent++;
                values += fields;
                plausible += table.plausible().get(row);
            }
        }
        double consistency = table.rows().isEmpty() ? 0 : (double) consistent / table.rows().size();
        double share = values == 0 ? 0 : (double) plausible / values;
        return new DialectScore(dialect, fields, consistency, share, table);
    }

    /// More than one column, all records alike, nothing odd.
    boolean isPerfect() {
        return fields > 1 && consistency == 1 && table.malformed() == 0 && table.covered() > 0.5;
    }

    /// The more columns are explained, and the more alike records are, the better.
    double value() {
        if (fields < 2) {
            return 0;
        }
        double wellFormed = 1 - (double) table.malformed() / table.rows().size();
        return consistency * consistency * plausible * wellFormed * table.covered() * (fields - 1) / fields;
    }

    /// A character that begins lines which are no records of the table; [Dialect#NONE] if there is none.
    private static char comment(String text, SampleTable table, int fields) {
        for (int i = 0; i < COMMENTS.length(); i++) {
            char comment = COMMENTS.charAt(i);
            int lines = 0;
            int records = 0;
            for (int row = 0; row < table.rows().size(); row++) {
                if (text.charAt(table.starts().get(row)) == comment) {
                    lines++;
                    records += table.rows().get(row).size() == fields ? 1 : 0;
                }
            }
            if (lines > 0 && records == 0) {
                return comment;
            }
        }
        return Dialect.NONE;
    }

    /// How many records come before the table: they have far fewer fields than it, and it goes on.
    private static int preamble(SampleTable table, int fields) {
        List<List<String>> rows = table.rows();
        int before = 0;
        while (before < rows.size() && rows.get(before).size() <= Math.max(1, fields / 2) && fields > 1) {
            before++;
        }
        long alike = rows.stream().skip(before).filter(row -> row.size() == fields).count();
        boolean goesOn = alike >= LEAST_ROWS_AFTER_PREAMBLE && alike * 2 >= rows.size();
        return goesOn && rows.get(before).size() == fields ? before : 0;
    }

    private static int lines(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return (int) LineBreaks.count(bytes, 0, bytes.length);
    }
}
