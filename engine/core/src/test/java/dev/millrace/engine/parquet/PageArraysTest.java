package dev.millrace.engine.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;

class PageArraysTest {

    private static final int MEBIBYTE = 1 << 20;

    private final PageArrays arrays = new PageArrays();

    @Test
    void arraysAreLongEnoughAndNeverInTwoHands() {
        Random random = new Random(7);
        Set<byte[]> inUse = Collections.newSetFromMap(new IdentityHashMap<>());
        List<byte[]> taken = new ArrayList<>();
        for (int step = 0; step < 5_000; step++) {
            if (taken.isEmpty() || random.nextInt(5) < 3) {
                int least = random.nextInt(1 << (4 + random.nextInt(14)));
                byte[] array = arrays.take(least);
                assertThat(array.length).isBetween(least, 2 * least + 1);
                assertThat(inUse.add(array)).isTrue();
                taken.add(array);
            } else {
                byte[] array = taken.remove(random.nextInt(taken.size()));
                inUse.remove(array);
                arrays.giveBack(array);
            }
        }
    }

    @Test
    void whatIsGivenBackIsGivenAgain() {
        byte[] page = arrays.take(MEBIBYTE);
        arrays.giveBack(page);
        assertThat(arrays.take(MEBIBYTE - 100)).isSameAs(page);
        assertThat(arrays.take(MEBIBYTE - 100)).isNotSameAs(page);
    }

    @Test
    void aShortArrayIsNotGivenForALongOneNorALongOneForAShortOne() {
        byte[] page = arrays.take(MEBIBYTE);
        arrays.giveBack(page);
        assertThat(arrays.take(MEBIBYTE + 1)).isNotSameAs(page);
        assertThat(arrays.take(MEBIBYTE / 4)).isNotSameAs(page);
    }

    @Test
    void noMoreIsKeptThanTheLimit() {
        List<byte[]> pages = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            pages.add(arrays.take(MEBIBYTE));
        }
        pages.forEach(arrays::giveBack);
        Set<byte[]> known = Collections.newSetFromMap(new IdentityHashMap<>());
        known.addAll(pages);
        int again = 0;
        for (int i = 0; i < 40; i++) {
            again += known.contains(arrays.take(MEBIBYTE)) ? 1 : 0;
        }
        assertThat(again).isEqualTo(32);
    }
}
