package dev.millrace.engine.stats;

/// How many of independent trials hit one part of a population, each member being equally likely every time.
///
/// Drawn as [Hypergeometric] is: by inversion from the mode outwards, with operations whose results Java fixes to the
/// last bit.
public final class Binomial {

    private Binomial() {}

    /// Draws the number of hits.
    ///
    /// @param trials how many trials, at least 0
    /// @param part members of the part, at most `population`
    /// @param population all members, at least 1
    /// @return between 0 and `trials`
    public static long draw(long trials, long part, long population, SeededRandom random) {
        if (trials < 0 || part < 0 || population < 1 || part > population) {
            throw new IllegalArgumentException(
                    "no " + trials + " trials for a part of " + part + " in a population of " + population);
        }
        if (trials == 0 || part == 0) {
            return 0;
        }
        if (part == population) {
            return trials;
        }
        double odds = (double) part / (population - part);
        long mode = Math.clamp((long) Math.floor(((double) trials + 1) * ((double) part / population)), 0, trials);
        double ofMode = StrictMath.exp(logProbability(trials, part, population, mode));
        double left = random.nextDouble() - ofMode;
        long up = mode;
        long down = mode;
        double ofUp = ofMode;
        double ofDown = ofMode;
        while (left >= 0 && (up < trials || down > 0)) {
            if (up < trials) {
                ofUp *= (double) (trials - up) / (up + 1) * odds; // P(k + 1) / P(k)
                up++;
                left -= ofUp;
                if (left < 0) {
                    return up;
                }
            }
            if (down > 0) {
                down--;
                ofDown /= (double) (trials - down) / (down + 1) * odds;
                left -= ofDown;
                if (left < 0) {
                    return down;
                }
            }
        }
        return mode; // the mode itself, or the rounding error of a sum of probabilities that should be 1
    }

    private static double logProbability(long trials, long part, long population, long k) {
        return Hypergeometric.logChoose(trials, k)
                + k * logShare(part, population)
                + (trials - k) * logShare(population - part, population);
    }

    /// log(part / population), exact for parts near the whole too.
    private static double logShare(long part, long population) {
        return part <= population / 2
                ? StrictMath.log((double) part / population)
                : StrictMath.log1p(-((double) (population - part) / population));
    }
}
