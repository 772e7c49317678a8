package dev.millrace.sample;

/// Random numbers that depend on a seed only (SplitMix64). Uses integer arithmetic and exact floating-point operations,
/// so that every machine gets the same numbers.
final class RandomStream {
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private long state;

    RandomStream(long seed) {
        state = seed;
    }

    /// Starts over with another seed.
    void restart(long seed) {
        state = seed;
    }

    /// 64 random bits.
    long bits() {
        state += STEP;
        return mix(state);
    }

    /// A number from 0 (inclusive) to 1 (exclusive).
    double unit() {
        return (bits() >>> 11) * 0x1.0p-53;
    }

    /// A number from 0 (inclusive) to `bound` (exclusive).
    int below(int bound) {
        return (int) (((bits() >>> 32) * bound) >>> 32);
    }

    /// Whether something with the given probability happens.
    boolean chance(double probability) {
        return unit() < probability;
    }

    /// Spreads the bits of a number over all 64 bits, one to one.
    static long mix(long number) {
        long mixed = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
