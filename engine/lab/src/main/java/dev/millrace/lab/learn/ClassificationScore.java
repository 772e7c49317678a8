package dev.millrace.lab.learn;

import dev.millrace.engine.stats.NumberCounts;

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
    /// @param error half the share of pairs whose probabilities were counted together; 0 where each is counted apart
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
        double won = 0;
        double together = 0;
        long below = 0;
        int next = 0;
        for (int group = 0; group < positive.groups(); group++) {
            double probability = positive.least(group);
            while (next < negative.groups() && negative.least(next) < probability) {
                below += negative.count(next++);
            }
            boolean equal = next < negative.groups() && negative.least(next) == probability;
            double ties = equal ? (double) positive.count(group) * negative.count(next) : 0;
            won += (double) positive.count(group) * below + ties / 2;
            together += ties;
        }
        boolean exact = positive.isExact() && negative.isExact();
        return new Area(won / pairs, exact ? 0 : together / pairs / 2);
    }
}
