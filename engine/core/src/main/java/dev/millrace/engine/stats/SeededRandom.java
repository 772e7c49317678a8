package dev.millrace.engine.stats;

import com.dynatrace.hash4j.hashing.Hashing;

import java.nio.charset.StandardCharsets;

/// Random numbers that are the same on every machine and in every release: SplitMix64 (Steele, Lea, Flood 2014), begun
/// from a hash of the run's seed and of what is drawn for. Never from time, thread or hash order.
public final class SeededRandom {

    private static final long GOLDEN_GAMMA = 0x9E37_79B9_7F4A_7C15L;

    private long state;

    private SeededRandom(long state) {
        this.state = state;
    }

    /// The generator for one purpose, stratum and shard of a run.
    ///
    /// @param seed the run's seed
    /// @param purpose what is drawn for, such as `tabular-split/train`; other purposes give independent numbers
    /// @param stratum the stratum, or an empty text
    /// @param shard the shard's number, or 0
    public static SeededRandom of(long seed, String purpose, String stratum, long shard) {
        byte[] purposeBytes = purpose.getBytes(StandardCharsets.UTF_8);
        byte[] stratumBytes = stratum.getBytes(StandardCharsets.UTF_8);
        return new SeededRandom(
                Hashing.xxh3_64()
                        .hashStream()
                        .putLong(seed)
                        .putInt(purposeBytes.length)
                        .putBytes(purposeBytes)
                        .putInt(stratumBytes.length)
                        .putBytes(stratumBytes)
                        .putLong(shard)
                        .getAsLong());
    }

    public long nextLong() {
        state += GOLDEN_GAMMA;
        long mixed = (state ^ (state >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return mixed ^ (mixed >>> 31);
    }

    /// Uniform over 0 to `bound` − 1, without bias (Lemire 2019).
    ///
    /// @param bound at least 1
    public long nextLong(long bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("bound is " + bound + " but must be at least 1");
        }
        long random = nextLong();
        long high = Math.unsignedMultiplyHigh(random, bound);
        long low = random * bound;
        if (Long.compareUnsigned(low, bound) < 0) {
            long threshold = Long.remainderUnsigned(-bound, bound);
            while (Long.compareUnsigned(low, threshold) < 0) {
                random = nextLong();
                high = Math.unsignedMultiplyHigh(random, bound);
                low = random * bound;
            }
        }
        return high;
    }

    /// Uniform over [0, 1), a multiple of 2⁻⁵³.
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }
}
