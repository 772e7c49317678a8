package dev.millrace.sample;

/// Draws from a log-normal distribution by looking up its inverse cumulative distribution function in a table.
final class LogNormalTable {
    private static final int CELLS = 4096;

    private final double[] quantiles;

    /// @param deviation standard deviation of the natural logarithm
    LogNormalTable(double median, double deviation) {
        quantiles = new double[CELLS + 1];
        for (int cell = 0; cell <= CELLS; cell++) {
            double standard = standardNormal((cell + 0.5) / (CELLS + 1));
            quantiles[cell] = median * StrictMath.exp(deviation * standard);
        }
    }

    double draw(RandomStream random) {
        double position = random.unit() * CELLS;
        int cell = (int) position;
        return quantiles[cell] + (position - cell) * (quantiles[cell + 1] - quantiles[cell]);
    }

    /// The standard normal quantile, off by at most 4.5e-4 (Abramowitz and Stegun, 26.2.23).
    private static double standardNormal(double probability) {
        if (probability > 0.5) {
            return -standardNormal(1 - probability);
        }
        double t = StrictMath.sqrt(-2 * StrictMath.log(probability));
        double numerator = 2.515517 + t * (0.802853 + t * 0.010328);
        double denominator = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
        return numerator / denominator - t;
    }
}
