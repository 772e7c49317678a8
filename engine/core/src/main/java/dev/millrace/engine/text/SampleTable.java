package dev.millrace.engine.text;

import dev.millrace.engine.dataset.Dialect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A sample of a text as a dialect reads it.
///
/// @param rows the values of each record
/// @param starts where in the sample each record begins
/// @param plausible of each record, how many of its values look like values of this dialect
/// @param quoted how many values are in quotes
/// @param malformed how many records have text after a quote, or a quote that is not closed
/// @param covered share of the sample that the records are; little if a quote swallows the rest
record SampleTable(
        List<List<String>> rows,
        List<Integer> starts,
        List<Integer> plausible,
        int quoted,
        int malformed,
        double covered) {

    private static final int MOST_ROWS = 2000;
    private static final int MOST_FIELDS = 10_000;
    private static final String OTHER_DELIMITERS = ",;|\t";

    static SampleTable of(String text, boolean whole, Dialect dialect) {
        int from = RecordCursor.afterLines(text, dialect.skipLines());
        RecordCursor cursor = new RecordCursor(text, from, dialect, whole, MOST_FIELDS);
        List<List<String>> rows = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        List<Integer> plausible = new ArrayList<>();
        int quoted = 0;
        int malformed = 0;
        int covered = 0;
        while (rows.size() < MOST_ROWS && cursor.advance()) {
            List<String> values = List.copyOf(cursor.values());
            int good = 0;
            for (int field = 0; field < values.size(); field++) {
                boolean inQuotes = cursor.isQuoted(field);
                quoted += inQuotes ? 1 : 0;
                good += inQuotes || isPlausible(values.get(field)) ? 1 : 0;
            }
            rows.add(values);
            starts.add(cursor.start());
            plausible.add(good);
            malformed += cursor.isMalformed() || cursor.isUnclosed() ? 1 : 0;
            covered = cursor.next() - from;
        }
        boolean all = whole || rows.size() == MOST_ROWS;
        double share = all ? 1 : (double) covered / Math.max(1, text.length() - from);
        return new SampleTable(rows, starts, plausible, quoted, malformed, share);
    }

    /// Whether an unquoted value is nothing that another dialect would take apart.
    private static boolean isPlausible(String value) {
        if (value.length() >= 2 && value.charAt(0) == '\'' && value.endsWith("'")) {
            return false;
        }
        for (int at = 0; at < value.length(); at++) {
            if (OTHER_DELIMITERS.indexOf(value.charAt(at)) >= 0) {
                return CellKind.of(value) == CellKind.NUMBER;
            }
        }
        return true;
    }

    /// The number of fields that most records have; of two as frequent ones the larger.
    int usualFields() {
        Map<Integer, Integer> counts = new HashMap<>();
        rows.forEach(row -> counts.merge(row.size(), 1, Integer::sum));
        int usual = 0;
        for (Map.Entry<Integer, Integer> count : counts.entrySet()) {
            int best = counts.getOrDefault(usual, 0);
            if (count.getValue() > best || (count.getValue() == best && count.getKey() > usual)) {
                usual = count.getKey();
            }
        }
        return usual;
    }
}
