package dev.millrace.lab.result;

import dev.millrace.lab.measure.MeasuredRun;
import dev.millrace.lab.measure.Metric;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What follows from contrasts, in sentences, and what does not.
final class Headline {

    private static final int LEAST_RUNS_FOR_INTERVAL = 4;

    private Headline() {}

    static List<String> of(List<Contrast> contrasts) {
        List<String> sentences = new ArrayList<>();
        for (Contrast contrast : contrasts) {
            // Throughput is the same finding as latency, told from the other end.
            if (contrast.metric() != Metric.THROUGHPUT_ROWS) {
                sentences.add(sentence(contrast));
            }
        }
        if (contrasts.stream().anyMatch(contrast -> contrast.verdict() == Verdict.NOT_ENOUGH_RUNS)) {
            sentences.add(
                    "With so few runs no difference, however clear, can be told from chance; make more, such as 10 of"
                            + " each side.");
        }
        return sentences;
    }

    /// What did not finish.
    static List<String> ofFailures(List<MeasuredRun> runs) {
        Map<String, String> failures = new LinkedHashMap<>();
        runs.forEach(run -> {
            if (run.failure() != null) {
                failures.putIfAbsent(run.side().name(), run.failure());
            }
        });
        List<String> sentences = new ArrayList<>();
        failures.forEach((side, failure) -> sentences.add(starting(side) + " did not finish: " + failure));
        return sentences;
    }

    private static String sentence(Contrast contrast) {
        String side = starting(contrast.side());
        String noun = noun(contrast.metric());
        String ratio =
                "ratio %s, 95 %% interval %s to %s"
                        .formatted(
                                figure(contrast.ratio().value()),
                                figure(contrast.ratio().bca().low()),
                                figure(contrast.ratio().bca().high()));
        String evidence = ratio + ", " + p(contrast.adjustedPValue());
        return switch (contrast.verdict()) {
            case BETTER, WORSE ->
                    "%s %s (95 %% interval %s, %s)."
                            .formatted(
                                    side,
                                    new Difference(contrast).words(noun),
                                    new Difference(contrast).interval(),
                                    p(contrast.adjustedPValue()));
            case WITHIN_NOISE ->
                    "%s and %s need the same %s, give or take 2 %% (%s)."
                            .formatted(side, contrast.baseline(), noun, evidence);
            case NO_DIFFERENCE ->
                    "No difference in %s was detected between %s and %s (%s); that is no proof that there is none."
                            .formatted(noun, contrast.side(), contrast.baseline(), evidence);
            case NOT_ENOUGH_RUNS ->
                    "Not enough runs to say whether %s and %s differ in %s: %d and %d (%s)."
                            .formatted(
                                    contrast.side(),
                                    contrast.baseline(),
                                    noun,
                                    contrast.sideRuns(),
                                    contrast.baselineRuns(),
                                    few(contrast) ? "ratio " + figure(contrast.ratio().value()) : ratio);
        };
    }

    /// Whether no interval can be trusted at all.
    private static boolean few(Contrast contrast) {
        return Math.min(contrast.sideRuns(), contrast.baselineRuns()) < LEAST_RUNS_FOR_INTERVAL;
    }

    private static String starting(String side) {
        return side.substring(0, 1).toUpperCase(Locale.ROOT) + side.substring(1);
    }

    private static String noun(Metric metric) {
        return metric == Metric.LATENCY ? "time" : metric.title();
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.1f", value);
    }

    private static String p(double value) {
        return (value < 0.001 ? "p < 0.001" : String.format(Locale.ROOT, "p = %.3f", value)) + " after correction";
    }

    /// A difference in the words that fit its size: as a multiple if it is large, else in percent.
    private static final class Difference {

        private static final double MUCH = 1.5;

        private final Contrast contrast;
        private final boolean more;
        private final boolean much;

        Difference(Contrast contrast) {
            this.contrast = contrast;
            this.more = contrast.ratio().value() > 1;
            this.much = amountOf(contrast.ratio().value(), true) >= MUCH;
        }

        /// Such as `uses 4.80 times less peak memory than batch` or `takes 12 % longer than batch`.
        String words(String noun) {
            String amount = text(contrast.ratio().value()) + (much ? " times" : " %");
            String words =
                    contrast.metric() != Metric.LATENCY
                            ? "uses " + amount + (more ? " more " : " less ") + noun + " than "
                            : much
                                    ? (more ? "takes " + amount + " as long as " : "is " + amount + " as fast as ")
                                    : "takes " + amount + (more ? " longer than " : " less time than ");
            return words + contrast.baseline();
        }

        /// The interval in the terms of the words.
        String interval() {
            double low = contrast.ratio().bca().low();
            double high = contrast.ratio().bca().high();
            return text(more ? low : high) + " to " + text(more ? high : low) + (much ? "" : " %");
        }

        private String text(double ratio) {
            double amount = amountOf(ratio, much);
            return much ? figure(amount) : String.format(Locale.ROOT, "%.1f", amount);
        }

        private double amountOf(double ratio, boolean multiple) {
            if (multiple) {
                return more ? ratio : 1 / ratio;
            }
            return (more ? ratio - 1 : 1 - ratio) * 100;
        }
    }
}
