package dev.millrace.lab.result;

import dev.millrace.lab.measure.MeasuredRun;
import dev.millrace.lab.measure.Metric;
import dev.millrace.lab.statistics.Interval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What follows from contrasts, in sentences, and what does not.
final class Headline {

    private static final double MUCH = 1.5; // from here on as a multiple, not in percent

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
        String evidence =
                "%s, p = %s after correction".formatted(interval(contrast.ratio().bca()), p(contrast.adjustedPValue()));
        return switch (contrast.verdict()) {
            case BETTER, WORSE -> "%s %s (%s).".formatted(starting(contrast.side()), difference(contrast), evidence);
            case WITHIN_NOISE ->
                    "%s and %s need the same %s, give or take 2 %% (%s)."
                            .formatted(
                                    starting(contrast.side()), contrast.baseline(), noun(contrast.metric()), evidence);
            case NO_DIFFERENCE ->
                    "No difference in %s was detected between %s and %s (ratio %s, %s); that is no proof that there is"
                                    .formatted(
                                            noun(contrast.metric()),
                                            contrast.side(),
                                            contrast.baseline(),
                                            figure(contrast.ratio().value()),
                                            evidence)
                            + " none.";
            case NOT_ENOUGH_RUNS ->
                    "Not enough runs to say whether %s and %s differ in %s: %d and %d (ratio %s, %s)."
                            .formatted(
                                    contrast.side(),
                                    contrast.baseline(),
                                    noun(contrast.metric()),
                                    contrast.sideRuns(),
                                    contrast.baselineRuns(),
                                    figure(contrast.ratio().value()),
                                    interval(contrast.ratio().bca()));
        };
    }

    private static String starting(String side) {
        return side.substring(0, 1).toUpperCase(Locale.ROOT) + side.substring(1);
    }

    /// Such as `uses 4.80 times less peak memory than batch` or `takes 12 % longer than batch`.
    private static String difference(Contrast contrast) {
        double ratio = contrast.ratio().value();
        double times = Math.max(ratio, 1 / ratio);
        boolean more = ratio > 1;
        boolean muchMore = times >= MUCH;
        String amount = muchMore ? figure(times) + " times" : "%.0f %%".formatted(Math.abs(ratio - 1) * 100);
        String words =
                contrast.metric() != Metric.LATENCY
                        ? "uses " + amount + (more ? " more " : " less ") + noun(contrast.metric()) + " than "
                        : muchMore
                                ? (more ? "takes " + amount + " as long as " : "is " + amount + " as fast as ")
                                : "takes " + amount + (more ? " longer than " : " less time than ");
        return words + contrast.baseline();
    }

    private static String noun(Metric metric) {
        return metric == Metric.LATENCY ? "time" : metric.title();
    }

    private static String interval(Interval interval) {
        return "95 %% interval of the ratio %s to %s".formatted(figure(interval.low()), figure(interval.high()));
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.1f", value);
    }

    private static String p(double value) {
        return value < 0.001 ? "less than 0.001" : String.format(Locale.ROOT, "%.3f", value);
    }
}
