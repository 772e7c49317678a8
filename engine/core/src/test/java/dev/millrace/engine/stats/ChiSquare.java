package dev.millrace.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;

/// Pearson's test of counts against their expectations.
public final class ChiSquare {

    private static final double SIGMAS = 4.75; // a right generator fails less than once in 10⁶ tests

    private ChiSquare() {}

    /// Asserts p > 10⁻⁶, by the approximation of Wilson and Hilferty (1931).
    ///
    /// @param freedom degrees of freedom
    public static void assertFits(long[] counts, double[] expected, int freedom) {
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            double deviation = counts[i] - expected[i];
            sum += deviation * deviation / expected[i];
        }
        double spread = 2.0 / (9 * freedom);
        double sigmas = (Math.cbrt(sum / freedom) - (1 - spread)) / Math.sqrt(spread);
        assertThat(sigmas).as("sigmas of χ² = %s with %s degrees of freedom", sum, freedom).isLessThan(SIGMAS);
    }
}
