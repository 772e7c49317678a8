package dev.millrace.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dynatrace.hash4j.hashing.Hashing;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/// The numbers themselves are part of what the engine promises: a recipe run again by a later release must draw the
/// same rows. Never change an expected number here.
class SeededRandomTest {

    @Test
    void drawsAreTheSameInEveryRelease() {
        assertThat(three(SeededRandom.of(42, "tabular-split", "", 0)))
                .containsExactly(0x440834D46EE6A01CL, 0x63D6A76E4660FCA4L, 0xF25D814663C5E922L);
        assertThat(three(SeededRandom.of(42, "tabular-split", "1", 3)))
                .containsExactly(0x1DC2BC68A0A1C34CL, 0x887A4D46075F735AL, 0x270D9483BDE7DD12L);
        assertThat(three(SeededRandom.of(-1, "größe", "😀", Long.MAX_VALUE)))
                .containsExactly(0x3C3C5EC91786D39DL, 0xFC1063A172B0CF35L, 0xDD5FEEC4AFE34833L);
    }

    @Test
    void boundedDrawsAreTheSameInEveryRelease() {
        SeededRandom random = SeededRandom.of(7, "p", "", 0);
        assertThat(LongStream.generate(() -> random.nextLong(10)).limit(12))
                .containsExactly(5L, 4L, 3L, 1L, 2L, 9L, 8L, 9L, 1L, 2L, 9L, 0L);
        assertThat(random.nextDouble()).isEqualTo(0.4122076723761533);
    }

    /// Java's SplittableRandom is SplitMix64 too.
    @Test
    void itIsSplitMix64BegunFromAHashOfWhatIsDrawnFor() {
        byte[] purpose = "stratified-sampling".getBytes(StandardCharsets.UTF_8);
        byte[] stratum = "größe".getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes =
                ByteBuffer.allocate(8 + 4 + purpose.length + 4 + stratum.length + 8).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(42).putInt(purpose.length).put(purpose).putInt(stratum.length).put(stratum).putLong(17);
        SplittableRandom expected = new SplittableRandom(Hashing.xxh3_64().hashBytesToLong(bytes.array()));
        SeededRandom random = SeededRandom.of(42, "stratified-sampling", "größe", 17);
        for (int i = 0; i < 1000; i++) {
            assertThat(random.nextLong()).isEqualTo(expected.nextLong());
        }
    }

    @Test
    void everythingItIsDrawnForCounts() {
        Set<Long> firsts = new HashSet<>();
        for (long seed = 0; seed < 5; seed++) {
            for (String purpose : new String[] {"", "a", "ab"}) {
                for (String stratum : new String[] {"", "b", "ab"}) {
                    for (long shard = 0; shard < 5; shard++) {
                        firsts.add(SeededRandom.of(seed, purpose, stratum, shard).nextLong());
                    }
                }
            }
        }
        assertThat(firsts).hasSize(5 * 3 * 3 * 5);
    }

    /// χ² of 1000 · bound draws; the 99.99 % point of 20 degrees of freedom is 52.4.
    @ParameterizedTest
    @ValueSource(longs = {2, 3, 10, 21})
    void boundedDrawsAreUniform(long bound) {
        SeededRandom random = SeededRandom.of(1, "uniform", "", bound);
        long[] counts = new long[(int) bound];
        for (long i = 0; i < 1000 * bound; i++) {
            counts[(int) random.nextLong(bound)]++;
        }
        double chiSquare = 0;
        for (long count : counts) {
            chiSquare += (count - 1000.0) * (count - 1000.0) / 1000;
        }
        assertThat(chiSquare).isLessThan(52.4);
    }

    @Test
    void bigBoundsAreKept() {
        SeededRandom random = SeededRandom.of(1, "big", "", 0);
        long bound = (1L << 62) + 1;
        long above = 0;
        for (int i = 0; i < 1000; i++) {
            long drawn = random.nextLong(bound);
            assertThat(drawn).isBetween(0L, bound - 1);
            above += drawn > bound / 2 ? 1 : 0;
        }
        assertThat(above).isBetween(400L, 600L);
        assertThat(random.nextLong(1)).isZero();
        assertThatThrownBy(() -> random.nextLong(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static long[] three(SeededRandom random) {
        return new long[] {random.nextLong(), random.nextLong(), random.nextLong()};
    }
}
