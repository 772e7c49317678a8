package dev.millrace.app.data;

import dev.millrace.engine.profile.ColumnProfile;
import dev.millrace.engine.profile.ColumnProfile.ValueCount;
import dev.millrace.engine.profile.Histogram;
import dev.millrace.engine.stats.Numbers;

import javafx.scene.canvas.GraphicsContext;

import java.util.List;

/// How the values of a column are spread, as bars: the histogram of numbers, the most frequent of few values.
final class ColumnChart {

    private static final int LEAST_BARS = 2;
    private static final double WIDEST_BAR = 24;

    private ColumnChart() {}

    /// The heights; empty if there is nothing to draw.
    static List<Long> counts(ColumnProfile column) {
        Histogram histogram = column.histogram();
        if (histogram != null && column.distinct() >= LEAST_BARS) {
            return column.distinct() <= column.top().size() ? ofFewNumbers(column) : histogram.counts();
        }
        return column.type() == ColumnProfile.Type.CATEGORICAL || column.type() == ColumnProfile.Type.NUMERICAL
                ? column.top().stream().map(ValueCount::rows).toList()
                : List.of();
    }

    /// In the order of the numbers.
    private static List<Long> ofFewNumbers(ColumnProfile column) {
        return column.top().stream()
                .sorted((a, b) -> Double.compare(number(a.value()), number(b.value())))
                .map(ValueCount::rows)
                .toList();
    }

    private static double number(String text) {
        return Numbers.parse(text);
    }

    /// Paints bars with the current fill, from the left.
    static void paint(GraphicsContext pen, List<Long> counts, double x, double y, double width, double height) {
        long most = counts.stream().mapToLong(Long::longValue).max().orElse(1);
        double step = Math.min(WIDEST_BAR, width / counts.size());
        double gap = step > 4 ? 1 : 0;
        for (int i = 0; i < counts.size(); i++) {
            double share = (double) counts.get(i) / most;
            double bar = counts.get(i) == 0 ? 0 : Math.max(1.5, share * height);
            double left = Math.rint(x + i * step);
            double right = Math.rint(x + (i + 1) * step) - gap;
            pen.fillRect(left, y + height - bar, right - left, bar);
        }
    }
}
