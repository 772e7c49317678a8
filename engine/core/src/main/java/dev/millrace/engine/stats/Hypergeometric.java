package dev.millrace.engine.stats;

/// How many of a sample fall into one part of a population, when every sample of that size is equally likely.
///
/// Drawn by inversion from the mode outwards: a uniform number is used up by the probabilities of the mode, mode + 1,
/// mode − 1, … until it is spent, each from its neighbour by the ratio of the two. Only operations whose results Java
/// fixes to the last bit are used.
public final class Hypergeometric {

    private static final int SMALL = 1024;
    private static final double HALF_LOG_TWO_PI = 0.918_938_533_204_672_8;
    private static final double[] LOG_FACTORIALS = logFactorials();

    private Hypergeometric() {}

    /// Draws the number of sampled members of the part.
    ///
    /// @param population N, all members
    /// @param part K, members of the part, at most N
    /// @param sample n, size of the sample, at most N
    /// @return between max(0, n + K − N) and min(n, K)
    public static long draw(long population, long part, long sample, SeededRandom random) {
        if (part < 0 || sample < 0 || part > population || sample > population) {
            throw new IllegalArgumentException(
                    "no sample of " + sample + " and part of " + part + " in a population of " + population);
        }
        long least = Math.max(0, sample + part - population);
        long most = Math.min(sample, part);
        if (least == most) {
            return least;
        }
        double mean = ((double) sample + 1) * ((double) part + 1) / ((double) population + 2);
        long mode = Math.clamp((long) Math.floor(mean), least, most);
        double ofMode = StrictMath.exp(logProbability(population, part, sample, mode));
        double left = random.nextDouble() - ofMode;
        long up = mode;
        long down = mode;
        double ofUp = ofMode;
        double ofDown = ofMode;
        while (left >= 0 && (up < most || down > least)) {
            if (up < most) {
                ofUp *= ratio(population, part, sample, up);
                up++;
                left -= ofUp;
                if (left < 0) {
                    return up;
                }
            }
            if (down > least) {
                down--;
                ofDown /= ratio(population, part, sample, down);
                left -= ofDown;
                if (left < 0) {
                    return down;
                }
            }
        }
        return mode; // the mode itself, or the rounding error of a sum of probabilities that should be 1
    }

    /// P(k + 1) / P(k).
    private static double ratio(long population, long part, long sample, long k) {
        return ((double) (part - k) * (double) (sample - k))
                / ((double) (k + 1) * (double) (population - part - sample + k + 1));
    }

    private static double logProbability(long population, long part, long sample, long k) {
        return logChoose(part, k) + logChoose(population - part, sample - k) - logChoose(population, sample);
    }

    private static double logChoose(long n, long k) {
        return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
    }

    /// log n!, from a table or by Stirling's series (error below 1e-16 relative from n = 1024 on).
    static double logFactorial(long n) {
        if (n < SMALL) {
            return LOG_FACTORIALS[(int) n];
        }
        double x = n;
        double inverse = 1 / x;
        double square = inverse * inverse;
        double series = inverse * (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square / 1680)));
        return (x + 0.5) * StrictMath.log(x) - x + HALF_LOG_TWO_PI + series;
    }

    private static double[] logFactorials() {
        double[] table = new double[SMALL];
        double sum = 0;
        double lost = 0; // Kahan's compensation
        for (int n = 2; n < SMALL; n++) {
            double term = StrictMath.log(n) - lost;
            double next = sum + term;
            lost = (next - sum) - term;
            sum = next;
            table[n] = sum;
        }
        return table;
    }
}
