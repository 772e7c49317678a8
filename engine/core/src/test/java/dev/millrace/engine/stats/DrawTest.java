package dev.millrace.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

import java.util.Arrays;

/// [ShardDraw] and [ReplacementDraw] as a whole: allocation over shards, then selection in each.
class DrawTest {

    private static final long[] SHARDS = {5, 0, 1, 7, 3};
    private static final int ROWS = 16;
    private static final int SEEDS = 30_000;

    @Test
    void everyRowIsEquallyLikelyWithoutReplacement() {
        long[] hits = new long[ROWS];
        for (int seed = 0; seed < SEEDS; seed++) {
            for (int row : drawn(seed, 6)) {
                hits[row]++;
            }
        }
        // Draws of a fixed size are a little more even than independent ones: χ² · (N − 1) / (N − n) has N − 1 degrees.
        double[] expected = new double[ROWS];
        Arrays.fill(expected, SEEDS * 6.0 / ROWS);
        ChiSquare.assertFits(hits, expected, ROWS - 1);
    }

    @Test
    void everyPairOfRowsIsEquallyLikelyWithoutReplacement() {
        long[] hits = new long[ROWS * (ROWS - 1) / 2];
        for (int seed = 0; seed < SEEDS; seed++) {
            int[] rows = drawn(seed, 2);
            hits[rows[1] * (rows[1] - 1) / 2 + rows[0]]++;
        }
        double[] expected = new double[hits.length];
        Arrays.fill(expected, (double) SEEDS / hits.length);
        ChiSquare.assertFits(hits, expected, hits.length - 1);
    }

    @Test
    void everyRowIsEquallyLikelyWithReplacementAndHitsAreMultinomial() {
        int draws = 20;
        long[] hits = new long[ROWS];
        long[] hitsOfFirst = new long[draws + 1];
        for (int seed = 0; seed < SEEDS; seed++) {
            long[] times = times(seed, draws);
            assertThat(Arrays.stream(times).sum()).isEqualTo(draws);
            for (int row = 0; row < ROWS; row++) {
                hits[row] += times[row];
            }
            hitsOfFirst[(int) times[0]]++;
        }
        double[] expected = new double[ROWS];
        Arrays.fill(expected, (double) SEEDS * draws / ROWS);
        ChiSquare.assertFits(hits, expected, ROWS - 1);
        long[] few = {hitsOfFirst[0], hitsOfFirst[1], hitsOfFirst[2], Arrays.stream(hitsOfFirst).skip(3).sum()};
        double miss = 15.0 / 16;
        double none = Math.pow(miss, 20);
        double once = 20 * Math.pow(miss, 19) / 16;
        double twice = 190 * Math.pow(miss, 18) / 256;
        double[] binomial = {SEEDS * none, SEEDS * once, SEEDS * twice, SEEDS * (1 - none - once - twice)};
        ChiSquare.assertFits(few, binomial, 3);
    }

    @Test
    void selectionsCountWhatTheyAreOffered() {
        SeededRandom random = SeededRandom.of(1, "test", "", 0);
        assertThatIllegalStateException().isThrownBy(() -> new ShardDraw.Selection(0, new long[] {0}, random).next());
        assertThatIllegalStateException().isThrownBy(() -> new ReplacementDraw.Selection(0, 0, random).next());
        assertThatIllegalArgumentException().isThrownBy(() -> new ShardDraw.Selection(3, new long[] {2, 2}, random));
        assertThatIllegalArgumentException().isThrownBy(() -> ReplacementDraw.allocate(new long[] {0, 0}, 1, random));
        assertThat(ReplacementDraw.allocate(new long[] {0, 0}, 0, random)).containsExactly(0, 0);
    }

    /// The drawn rows, ascending.
    private static int[] drawn(long seed, int sample) {
        long[] shares = ShardDraw.allocate(SHARDS, sample, SeededRandom.of(seed, "shards", "", 0));
        int[] rows = new int[sample];
        int count = 0;
        int row = 0;
        for (int shard = 0; shard < SHARDS.length; shard++) {
            SeededRandom random = SeededRandom.of(seed, "rows", "", shard);
            ShardDraw.Selection selection = new ShardDraw.Selection(SHARDS[shard], new long[] {shares[shard]}, random);
            for (int i = 0; i < SHARDS[shard]; i++, row++) {
                if (selection.next() == 0) {
                    rows[count++] = row;
                }
            }
        }
        assertThat(count).isEqualTo(sample);
        return rows;
    }

    private static long[] times(long seed, int draws) {
        long[] shares = ReplacementDraw.allocate(SHARDS, draws, SeededRandom.of(seed, "shards", "", 0));
        long[] times = new long[ROWS];
        int row = 0;
        for (int shard = 0; shard < SHARDS.length; shard++) {
            SeededRandom random = SeededRandom.of(seed, "rows", "", shard);
            ReplacementDraw.Selection selection = new ReplacementDraw.Selection(SHARDS[shard], shares[shard], random);
            for (int i = 0; i < SHARDS[shard]; i++) {
                times[row++] = selection.next();
            }
        }
        return times;
    }
}
