package dev.millrace.lab.statistics;

import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/// A straight line by least squares.
///
/// @param slopeInterval of 95 %, from Student's distribution; null with fewer than three different points
/// @param rSquared share of the variance that the line explains; 1 when nothing varies
/// @param points how many
public record LineFit(double intercept, double slope, @Nullable Interval slopeInterval, double rSquared, int points) {

    private static final double CONFIDENCE = 0.95;

    /// Fits a line.
    ///
    /// @throws IllegalArgumentException unless there are two different places at least
    public static LineFit of(double[] x, double[] y) {
        double meanX = Samples.mean(x);
        double meanY = Samples.mean(y);
        double squaresX = 0;
        double products = 0;
        double squaresY = 0;
        for (int i = 0; i < x.length; i++) {
            squaresX += (x[i] - meanX) * (x[i] - meanX);
            products += (x[i] - meanX) * (y[i] - meanY);
            squaresY += (y[i] - meanY) * (y[i] - meanY);
        }
        if (!(squaresX > 0)) {
            throw new IllegalArgumentException("a line needs two different places, found " + x.length + " equal ones");
        }
        double slope = products / squaresX;
        double residual = Math.max(0, squaresY - slope * products);
        double rSquared = squaresY == 0 ? 1 : 1 - residual / squaresY;
        Interval interval = x.length < 3 ? null : interval(slope, residual / (x.length - 2) / squaresX, x.length - 2);
        return new LineFit(meanY - slope * meanX, slope, interval, rSquared, x.length);
    }

    private static Interval interval(double slope, double variance, int freedom) {
        double wide =
                TDistribution.of(freedom).inverseCumulativeProbability((1 + CONFIDENCE) / 2) * Math.sqrt(variance);
        return new Interval(slope - wide, slope + wide, CONFIDENCE);
    }

    public double at(double x) {
        return intercept + slope * x;
    }
}
