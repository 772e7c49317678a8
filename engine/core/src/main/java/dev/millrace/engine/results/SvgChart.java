package dev.millrace.engine.results;

import java.util.List;
import java.util.Locale;

/// Simple charts as inline SVG. Colours are classes of the page's style sheet; every chart says in words what it shows.
final class SvgChart {

    private static final double WIDTH = 640;
    private static final double LINE = 26;
    private static final double LABELS = 150;
    private static final double FIGURES = 110;
    private static final double HISTOGRAM = 120;

    private SvgChart() {}

    /// A bar.
    ///
    /// @param share of the longest, 0 to 1
    /// @param figure what the bar stands for, with its unit
    record Bar(String label, double share, String figure) {}

    /// Bars below each other, labelled at the left, with their figures at the right.
    static String bars(String words, List<Bar> bars) {
        StringBuilder svg = begin(words, bars.size() * LINE);
        double room = WIDTH - LABELS - FIGURES;
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double y = i * LINE;
            double width = Math.max(1, Math.clamp(bar.share(), 0, 1) * room);
            svg.append(
                    String.format(
                            Locale.ROOT,
                            "<text class=\"label\" x=\"0\" y=\"%.1f\">%s</text>",
                            y + 17,
                            cut(bar.label())));
            svg.append(
                    String.format(
                            Locale.ROOT,
                            "<rect class=\"bar\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"14\" rx=\"2\"/>",
                            LABELS,
                            y + 5,
                            width));
            svg.append(
                    String.format(
                            Locale.ROOT,
                            "<text class=\"figure\" x=\"%.1f\" y=\"%.1f\">%s</text>%n",
                            LABELS + width + 8,
                            y + 17,
                            Html.escaped(bar.figure())));
        }
        return svg.append("</svg>\n").toString();
    }

    private static String cut(String label) {
        return Html.escaped(label.length() > 20 ? label.substring(0, 19) + "…" : label);
    }

    /// How many values are in each of some intervals of equal width, upright.
    ///
    /// @param least what stands below the first bar
    /// @param greatest what stands below the last bar
    static String histogram(String words, List<Integer> counts, String least, String greatest) {
        StringBuilder svg = begin(words, HISTOGRAM + 22);
        int most = Math.max(1, counts.stream().mapToInt(Integer::intValue).max().orElse(1));
        double step = WIDTH / counts.size();
        for (int i = 0; i < counts.size(); i++) {
            double height = counts.get(i) == 0 ? 0 : Math.max(2, counts.get(i) * HISTOGRAM / most);
            svg.append(
                    String.format(
                            Locale.ROOT,
                            "<rect class=\"bar\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\""
                                    + " height=\"%.1f\"><title>%d</title></rect>%n",
                            i * step + 1,
                            HISTOGRAM - height,
                            step - 2,
                            height,
                            counts.get(i)));
        }
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<line class=\"axis\" x1=\"0\" y1=\"%1$.1f\" x2=\"%2$.1f\" y2=\"%1$.1f\"/>"
                                + "<text class=\"label\" x=\"0\" y=\"%3$.1f\">%4$s</text>"
                                + "<text class=\"label end\" x=\"%2$.1f\" y=\"%3$.1f\">%5$s</text>",
                        HISTOGRAM,
                        WIDTH,
                        HISTOGRAM + 18,
                        Html.escaped(least),
                        Html.escaped(greatest)));
        return svg.append("</svg>\n").toString();
    }

    private static StringBuilder begin(String words, double height) {
        String label = Html.escaped(words);
        return new StringBuilder(
                String.format(
                        Locale.ROOT,
                        "<svg role=\"img\" aria-label=\"%s\" viewBox=\"0 0 %.0f %.0f\"><title>%s</title>%n",
                        label,
                        WIDTH,
                        height,
                        label));
    }
}
