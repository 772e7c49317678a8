package dev.millrace.lab.result;

import dev.millrace.lab.measure.Metric;
import dev.millrace.lab.statistics.EffectSize;
import dev.millrace.lab.statistics.PermutationTest;
import dev.millrace.lab.statistics.Statistic;

/// One figure of a side against that of the baseline.
///
/// @param ratio of the side's mean to the baseline's
/// @param ratioOfMedians likewise of medians
/// @param test whether the means differ
/// @param adjustedPValue after correction for all tests that were made together
/// @param effect of the side against the baseline
public record Contrast(
        Metric metric,
        String baseline,
        int baselineRuns,
        String side,
        int sideRuns,
        SideFigures.Estimate ratio,
        SideFigures.Estimate ratioOfMedians,
        PermutationTest test,
        double adjustedPValue,
        EffectSize effect,
        Verdict verdict) {

    static final double LEVEL = 0.05;
    private static final int DRAWN = 10_000;

    /// Compares two sides; the p-value is not adjusted yet, and there is no verdict.
    static Contrast of(
            Metric metric, String baseline, double[] baselineValues, String side, double[] sideValues, long seed) {
        PermutationTest test = PermutationTest.of(sideValues, baselineValues, DRAWN, seed);
        return new Contrast(
                metric,
                baseline,
                baselineValues.length,
                side,
                sideValues.length,
                SideFigures.Estimate.of(Statistic.RATIO_OF_MEANS, seed, sideValues, baselineValues),
                SideFigures.Estimate.of(Statistic.RATIO_OF_MEDIANS, seed, sideValues, baselineValues),
                test,
                test.pValue(),
                EffectSize.of(sideValues, baselineValues),
                Verdict.NOT_ENOUGH_RUNS);
    }

    /// The same with its place among other tests.
    ///
    /// @param tests how many there are
    Contrast among(int tests, double adjusted) {
        return new Contrast(
                metric,
                baseline,
                baselineRuns,
                side,
                sideRuns,
                ratio,
                ratioOfMedians,
                test,
                adjusted,
                effect,
                verdict(tests, adjusted));
    }

    private Verdict verdict(int tests, double adjusted) {
        if (ratio.bca().within(1 / (1 + Verdict.NOISE), 1 + Verdict.NOISE) && enoughRuns(tests)) {
            return Verdict.WITHIN_NOISE;
        }
        if (!enoughRuns(tests)) {
            return Verdict.NOT_ENOUGH_RUNS;
        }
        if (adjusted > LEVEL || ratio.bca().holds(1)) {
            return Verdict.NO_DIFFERENCE;
        }
        return ratio.value() > 1 == metric.moreIsBetter() ? Verdict.BETTER : Verdict.WORSE;
    }

    /// Whether the clearest difference that so many runs can show would be enough.
    private boolean enoughRuns(int tests) {
        return tests * PermutationTest.leastPValue(sideRuns, baselineRuns) <= LEVEL;
    }
}
