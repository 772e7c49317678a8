package dev.millrace.cli;

import dev.millrace.engine.profile.ColumnProfile;
import dev.millrace.engine.profile.ColumnProfile.NumberRange;
import dev.millrace.engine.profile.DatasetProfile;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A profile as a table: a line for each column.
record ProfileReport(DatasetProfile profile) {

    private static final int MOST_VALUES = 4;
    private static final int WIDEST = 32;

    void print(PrintWriter out) {
        out.println(Figures.count(profile.rows(), "row") + " in " + Figures.count(profile.shards(), "shard"));
        out.println();
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("column", "type", "missing", "distinct", "values"));
        for (ColumnProfile column : profile.columns()) {
            lines.add(
                    List.of(
                            shortened(column.name()),
                            column.type().name().toLowerCase(Locale.ROOT),
                            share(column.missing(), column.rows()),
                            (column.distinctExact() ? "" : "~") + Figures.number(column.distinct()),
                            values(column)));
        }
        int[] widths = new int[5];
        lines.forEach(line -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        });
        lines.forEach(line -> out.println(line(line, widths)));
    }

    /// Texts to the left, figures to the right.
    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String blanks = " ".repeat(widths[i] - cells.get(i).length());
            boolean figure = i == 2 || i == 3;
            line.append(figure ? blanks + cells.get(i) : cells.get(i) + blanks).append("  ");
        }
        return line.toString().stripTrailing();
    }

    private static String share(long part, long whole) {
        return part == 0 ? "0" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
    }

    private static String values(ColumnProfile column) {
        NumberRange range = column.range();
        if (range != null) {
            return String.format(
                    Locale.ROOT,
                    "%s … %s, mean %.6g, sd %.6g",
                    plain(range.min()),
                    plain(range.max()),
                    range.mean(),
                    range.standardDeviation());
        }
        List<String> shown =
                column.top().stream()
                        .limit(MOST_VALUES)
                        .map(value -> shortened(value.value()) + " " + share(value.rows(), column.rows()))
                        .toList();
        return String.join(", ", shown) + (column.top().size() > MOST_VALUES ? ", …" : "");
    }

    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? String.valueOf((long) number)
                : String.valueOf(number);
    }

    private static String shortened(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() <= WIDEST ? line : line.substring(0, WIDEST - 1) + "…";
    }
}
