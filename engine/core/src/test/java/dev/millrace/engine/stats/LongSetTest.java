package dev.millrace.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.testing.Seeds;

import java.util.Random;
import java.util.TreeSet;

class LongSetTest {

    @Seeds(count = 30)
    void holdsWhatASetHolds(long seed) {
        Random random = new Random(seed);
        LongSet set = new LongSet();
        TreeSet<Long> expected = new TreeSet<>();
        for (int i = random.nextInt(2000); i > 0; i--) {
            long key = random.nextBoolean() ? random.nextInt(50) - 25 : random.nextLong();
            assertThat(set.add(key)).isEqualTo(expected.add(key));
        }
        assertThat(set.sorted()).containsExactly(expected.stream().mapToLong(Long::longValue).toArray());
        assertThat(set.size()).isEqualTo(expected.size());
        for (long key = -30; key < 30; key++) {
            assertThat(set.contains(key)).isEqualTo(expected.contains(key));
        }
    }
}
