package dev.millrace.lab.learn;

/// How far predictions are from labels: root mean squared error, and R², the share of the labels' variance that the
/// predictions explain (`sklearn.metrics.r2_score`). Not thread-safe.
public final class RegressionScore {

    private long rows;
    private double squaredErrors;
    private double mean;
    private double deviations; // sum of squares about the mean, by Welford (1962)

    public void add(double label, double predicted) {
        rows++;
        squaredErrors += (label - predicted) * (label - predicted);
        double before = label - mean;
        mean += before / rows;
        deviations += before * (label - mean);
    }

    /// NaN of no row.
    public double rmse() {
        return Math.sqrt(squaredErrors / rows);
    }

    /// NaN unless labels differ.
    public double rSquared() {
        return deviations == 0 ? Double.NaN : 1 - squaredErrors / deviations;
    }

    public long rows() {
        return rows;
    }
}
