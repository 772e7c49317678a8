package dev.millrace.lab.report;

import static dev.millrace.lab.report.Markup.Column.figures;
import static dev.millrace.lab.report.Markup.Column.words;
import static dev.millrace.lab.report.PageFigures.estimate;
import static dev.millrace.lab.report.PageFigures.number;

import dev.millrace.lab.measure.Metric;
import dev.millrace.lab.result.Comparison;
import dev.millrace.lab.result.Contrast;
import dev.millrace.lab.statistics.PermutationTest;

import java.util.ArrayList;
import java.util.List;

/// The sections of a page about the sides compared.
final class ComparisonSections {

    private ComparisonSections() {}

    static void add(Comparison comparison, Markup page) {
        page.element("h2", "Figures");
        page.table(
                List.of(
                        words("side"),
                        words("figure"),
                        figures("runs"),
                        figures("mean [BCa 95 %]"),
                        figures("median [BCa 95 %]"),
                        figures("p95")),
                comparison.figures().stream()
                        .map(each ->
                                List.of(
                                        each.side(),
                                        each.metric().title() + ", " + each.metric().unit(),
                                        String.valueOf(each.runs()),
                                        estimate(each.mean()),
                                        estimate(each.median()),
                                        number(each.p95())))
                        .toList());
        page.note(
                "Intervals by bootstrap, bias-corrected and accelerated, widened for few runs (Hesterberg 2015). With 5"
                        + " runs of each side an interval holds the true ratio about 94 times in 100 and the true mean"
                        + " 90 times, with 10 runs both 94 times.");
        if (!comparison.contrasts().isEmpty()) {
            addContrasts(comparison, page);
        }
    }

    private static void addContrasts(Comparison comparison, Markup page) {
        page.element("h2", "Differences from " + comparison.baseline());
        List<List<String>> rows = new ArrayList<>();
        for (Contrast contrast : comparison.contrasts()) {
            rows.add(
                    List.of(
                            contrast.side(),
                            contrast.metric().title() + (contrast.metric() == Metric.THROUGHPUT_ROWS ? " (rows)" : ""),
                            estimate(contrast.ratio()),
                            PageFigures.p(contrast.test().pValue()),
                            PageFigures.p(contrast.adjustedPValue()),
                            number(contrast.effect().hedgesG()),
                            number(contrast.effect().cliffsDelta()),
                            contrast.verdict().words()));
        }
        page.table(
                List.of(
                        words("side"),
                        words("figure"),
                        figures("ratio of means [BCa 95 %]"),
                        figures("p"),
                        figures("p, Holm"),
                        figures("Hedges’ g"),
                        figures("Cliff’s δ"),
                        words("verdict")),
                rows);
        page.note(permutations(comparison));
    }

    private static String permutations(Comparison comparison) {
        PermutationTest test = comparison.contrasts().getFirst().test();
        return "p by permutation of means, "
                + (test.exact()
                        ? "all " + PageFigures.count(test.permutations()) + " ways tried"
                        : PageFigures.count(test.permutations()) + " ways drawn")
                + "; corrected after Holm for all rows of this table.";
    }
}
