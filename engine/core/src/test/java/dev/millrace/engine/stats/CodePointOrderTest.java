package dev.millrace.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.testing.Seeds;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

class CodePointOrderTest {

    @Test
    void charactersBeyondTheBasicPlaneComeLast() {
        List<String> texts =
                new ArrayList<>(List.of("😀", "\uFFFD", "\uD7FF", "a", "", "\uE000", "a😀", "a\uFFFD", "A", "é"));
        texts.sort(CodePointOrder.ASCENDING);
        assertThat(texts).containsExactly("", "A", "a", "a\uFFFD", "a😀", "é", "\uD7FF", "\uE000", "\uFFFD", "😀");
    }

    @Seeds(count = 20)
    void isTheOrderOfTheCodePoints(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            String left = text(random);
            String right = random.nextInt(4) == 0 ? left + text(random) : text(random);
            int expected = Arrays.compare(left.codePoints().toArray(), right.codePoints().toArray());
            assertThat(Integer.signum(CodePointOrder.ASCENDING.compare(left, right)))
                    .as("%s and %s", left, right)
                    .isEqualTo(Integer.signum(expected));
        }
    }

    private static String text(Random random) {
        int[] starts = {'a', 0xD7F0, 0xE000, 0xFFF0, 0x10000, 0x10FFF0};
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(4);
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(starts[random.nextInt(starts.length)] + random.nextInt(3));
        }
        return text.toString();
    }
}
