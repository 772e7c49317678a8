package dev.millrace.app.benchmark;

import dev.millrace.app.text.Texts;
import dev.millrace.lab.result.Comparison;
import dev.millrace.lab.result.Contrast;
import dev.millrace.lab.result.Verdict;
import dev.millrace.lab.statistics.Interval;

import java.util.ArrayList;
import java.util.List;

/// The forest plot: each ratio with its interval on a logarithmic axis, and the band in which a difference does not
/// matter.
final class RatioPlot {

    private final BenchmarkWords words;
    private final Texts texts;

    RatioPlot(BenchmarkWords words, Texts texts) {
        this.words = words;
        this.texts = texts;
    }

    void draw(DotChart chart, Comparison comparison) {
        chart.clear();
        List<Contrast> contrasts = comparison.contrasts().reversed(); // the first one at the top
        boolean several = contrasts.stream().map(Contrast::side).distinct().count() > 1;
        List<String> names = new ArrayList<>();
        double least = 0;
        double greatest = 0;
        for (Contrast contrast : contrasts) {
            String side = BenchmarkWords.shortened(contrast.side());
            names.add(several ? texts.of("benchmark.of", contrast.metric().title(), side) : contrast.metric().title());
            least = Math.min(least, log(contrast.ratio().bca().low()));
            greatest = Math.max(greatest, log(contrast.ratio().bca().high()));
        }
        Scale scale = Scale.ofRatios(least, greatest);
        chart.upNames(names);
        chart.across(
                texts.of("benchmark.ratio.axis", BenchmarkWords.shortened(comparison.baseline())),
                scale,
                at -> words.ratio(Math.pow(2, at)));
        chart.band(log(1 / (1 + Verdict.NOISE)), log(1 + Verdict.NOISE));
        chart.line("one-line", 0, -0.6, 0, names.size() - 0.4);
        draw(chart, contrasts);
    }

    private void draw(DotChart chart, List<Contrast> contrasts) {
        for (int row = 0; row < contrasts.size(); row++) {
            Contrast contrast = contrasts.get(row);
            Interval interval = contrast.ratio().bca();
            chart.line(style(contrast.verdict()), log(interval.low()), row, log(interval.high()), row);
            String tip =
                    texts.of(
                            "benchmark.ratio.tip",
                            contrast.metric().title(),
                            words.ratio(contrast),
                            words.p(contrast.adjustedPValue()),
                            contrast.verdict().words());
            chart.dots(
                    tip,
                    number(contrast.verdict()),
                    List.of(new DotChart.Dot(log(contrast.ratio().value()), row, tip)));
        }
    }

    /// Colours of verdicts come after those of sides.
    private static int number(Verdict verdict) {
        return switch (verdict) {
            case BETTER -> 10;
            case WORSE -> 11;
            case NO_DIFFERENCE, WITHIN_NOISE, NOT_ENOUGH_RUNS -> 12;
        };
    }

    private static String style(Verdict verdict) {
        return "line-" + number(verdict);
    }

    private static double log(double ratio) {
        return Math.log(Math.max(ratio, 1e-6)) / Math.log(2);
    }
}
