package dev.millrace.lab.learn;

import dev.millrace.engine.stats.NumberCounts;
import dev.millrace.lab.quality.Spread;

/// How well probabilities tell two classes apart: area under the ROC curve, logarithmic loss and accuracy at one half
/// (as `sklearn.metrics` has them), in bounded memory. Not thread-safe.
public final class ClassificationScore {

    private static final int MOST_GROUPS = 1 << 16;
    private static final double CERTAINTY = Math.ulp(1.0); // as `sklearn.metrics.log_loss` clips

    private final NumberCounts.Collector positives = new NumberCounts.Collector(MOST_GROUPS);
    private final NumberCounts.Collector negatives = new NumberCounts.Collector(MOST_GROUPS);
    private long rows;
    private long right;
    private double loss;

    /// The area under the ROC curve, and how wrong it may be.
    ///
    /// @param error most that it may be wrong by, as close probabilities may have been counted together
    public record Area(double value, double error) {}

    /// Takes in a row.
    ///
    /// @param label 0 or 1
    public void add(double label, double probability) {
        rows++;
        boolean positive = label == 1;
        right += probability > 0.5 == positive ? 1 : 0;
        double likelihood = positive ? probability : 1 - probability;
        loss -= Math.log(Math.clamp(likelihood, CERTAINTY, 1 - CERTAINTY));
        (positive ? positives : negatives).add(NumberCounts.key(probability), 1);
    }

    public long rows() {
        return rows;
    }

    /// NaN of no row.
    public double accuracy() {
        return (double) right / rows;
    }

    /// The mean negative logarithm of what was given to the right class; NaN of no row.
    public double logLoss() {
        return loss / rows;
    }

    /// The share of pairs of a positive and a negative row in which the positive one has the higher probability, equal
    /// ones counting half (Mann and Whitney 1947). NaN unless there are both classes.
    public Area area() {
        NumberCounts positive = positives.counts();
        NumberCounts negative = negatives.counts();
        double pairs = (double) positive.total() * negative.total();
        double least = won(positive, negative, false) / pairs;
        double most = won(positive, negative, true) / pairs;
        boolean exact = positive.isExact() && negative.isExact();
        return new Area((least + most) / 2, exact ? 0 : (most - least) / 2);
    }

    /// In how many pairs the positive row has the higher probability.
    ///
    /// @param doubtful whether pairs count that may be equal, or either way round as they were counted together
    private static double won(NumberCounts positive, NumberCounts negative, boolean doubtful) {
        double won = 0;
        long below = 0;
        int next = 0;
        for (int group = 0; group < positive.groups(); group++) {
            while (next < negative.groups() && isBelow(negative, next, positive, group, doubtful)) {
                below += negative.count(next++);
            }
            won += (double) positive.count(group) * below;
        }
        return won;
    }

    private static boolean isBelow(
            NumberCounts negative, int ofNegative, NumberCounts positive, int ofPositive, boolean doubtful) {
        return doubtful
                ? negative.least(ofNegative) <= Spread.greatest(positive, ofPositive)
                : Spread.greatest(negative, ofNegative) < positive.least(ofPositive);
    }
}
