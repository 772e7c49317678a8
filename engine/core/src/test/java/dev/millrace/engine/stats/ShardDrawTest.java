package dev.millrace.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.stats.ShardDraw.Selection;
import dev.millrace.engine.testing.Seeds;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

class ShardDrawTest {

    /// Part of what the engine promises, as the numbers of [SeededRandomTest] are.
    @Test
    void drawsAreTheSameInEveryRelease() {
        assertThat(ShardDraw.allocate(new long[] {100, 0, 50, 1000}, 300, SeededRandom.of(42, "draw", "", 0)))
                .containsExactly(22, 0, 12, 266);
        Selection selection = new Selection(12, new long[] {4, 3}, SeededRandom.of(42, "draw", "", 1));
        assertThat(IntStream.generate(selection::next).limit(12))
                .containsExactly(1, 0, 1, -1, -1, 1, 0, -1, -1, 0, 0, -1);
    }

    @Seeds(count = 200)
    void everyShardGivesWhatItHasAtMostAndAllTogetherTheSample(long seed) {
        Random random = new Random(seed);
        long[] rows = random.longs(1 + random.nextInt(9), 0, random.nextBoolean() ? 5 : 5000).toArray();
        long all = Arrays.stream(rows).sum();
        for (long sample : new long[] {0, all, random.nextLong(all + 1)}) {
            long[] shares = ShardDraw.allocate(rows, sample, SeededRandom.of(seed, "allocate", "", 0));
            assertThat(Arrays.stream(shares).sum()).isEqualTo(sample);
            for (int i = 0; i < rows.length; i++) {
                assertThat(shares[i]).isBetween(0L, rows[i]);
            }
        }
    }

    @Seeds(count = 200)
    void aSelectionPicksJustAsManyAsAreWanted(long seed) {
        Random random = new Random(seed);
        int rows = random.nextInt(200);
        int first = random.nextInt(rows + 1);
        int second = random.nextInt(rows - first + 1);
        Selection selection = new Selection(rows, new long[] {first, second}, SeededRandom.of(seed, "pick", "", 0));
        int[] picked = new int[3];
        for (int row = 0; row < rows; row++) {
            picked[selection.next() + 1]++;
        }
        assertThat(picked).containsExactly(rows - first - second, first, second);
        assertThatThrownBy(selection::next).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void moreThanThereIsCannotBePicked() {
        SeededRandom random = SeededRandom.of(1, "pick", "", 0);
        assertThatThrownBy(() -> new Selection(3, new long[] {2, 2}, random))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ShardDraw.allocate(new long[] {1, 2}, 4, random))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /// 2 of 5 rows that lie in shards of 2 and 3: all 10 pairs alike. χ² of 20,000 draws; the 99.99 % point of 9
    /// degrees of freedom is 33.7.
    @Test
    void everySetOfRowsIsEquallyLikely() {
        Map<String, Integer> counts = new HashMap<>();
        long[] rows = {2, 3};
        for (long seed = 0; seed < 20_000; seed++) {
            long[] shares = ShardDraw.allocate(rows, 2, SeededRandom.of(seed, "pairs", "", 0));
            StringBuilder picked = new StringBuilder();
            for (int shard = 0; shard < rows.length; shard++) {
                Selection selection =
                        new Selection(
                                rows[shard], new long[] {shares[shard]}, SeededRandom.of(seed, "pairs", "", shard + 1));
                for (int row = 0; row < rows[shard]; row++) {
                    picked.append(selection.next() == 0 ? shard + "." + row + " " : "");
                }
            }
            counts.merge(picked.toString(), 1, Integer::sum);
        }
        assertThat(counts).hasSize(10);
        double chiSquare =
                counts.values().stream().mapToDouble(count -> (count - 2000.0) * (count - 2000.0) / 2000).sum();
        assertThat(chiSquare).isLessThan(33.7);
    }
}
