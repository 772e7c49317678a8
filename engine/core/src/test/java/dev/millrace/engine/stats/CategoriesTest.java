package dev.millrace.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.millrace.engine.testing.Seeds;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

class CategoriesTest {

    @Seeds(count = 40)
    void codesAreThoseOfAHashMapInOrderOfFirstAppearance(long seed) {
        Random random = new Random(seed);
        List<String> missing = List.of("NA", "null", "a value that is rather long and missing");
        int capacity = 1 + random.nextInt(3000);
        Categories categories = new Categories(missing.stream().map(CategoriesTest::bytes).toList(), capacity);
        Map<String, Integer> model = new HashMap<>();
        for (int i = 0; i < 10_000; i++) {
            String value = random.nextInt(20) == 0 ? missing.get(random.nextInt(3)) : value(random);
            int expected;
            if (value.isEmpty() || missing.contains(value)) {
                expected = Categories.MISSING;
            } else if (model.containsKey(value) || model.size() < capacity) {
                model.putIfAbsent(value, model.size());
                expected = model.get(value);
            } else {
                expected = Categories.FULL;
            }
            assertThat(code(categories, value, random)).as(value).isEqualTo(expected);
        }
        assertThat(categories.size()).isEqualTo(model.size());
        model.forEach((value, code) -> assertThat(categories.bytes(code)).isEqualTo(bytes(value)));
    }

    /// Short values over two letters, so that many have equal lengths and prefixes, and lengths around the word of
    /// eight.
    private static String value(Random random) {
        int length = random.nextInt(20);
        StringBuilder value = new StringBuilder();
        for (int i = 0; i < length; i++) {
            value.append(random.nextInt(8) == 0 ? 'b' : 'a');
        }
        return value.toString();
    }

    /// Looks a value up somewhere in a buffer: in its middle, or at its very end.
    private static int code(Categories categories, String value, Random random) {
        byte[] bytes = bytes(value);
        int before = random.nextInt(10);
        int after = random.nextInt(3) == 0 ? 0 : random.nextInt(10);
        byte[] buffer = new byte[before + bytes.length + after];
        random.nextBytes(buffer);
        System.arraycopy(bytes, 0, buffer, before, bytes.length);
        return categories.codeOf(buffer, before, before + bytes.length);
    }

    @Seeds(count = 40)
    void noNumberThatIsDeclaredMissingIsTakenForFull(long seed) {
        Random random = new Random(seed);
        float single = Float.intBitsToFloat(random.nextInt());
        double number = Double.longBitsToDouble(random.nextLong());
        long integer = random.nextLong() >> random.nextInt(64);
        List<String> texts = List.of("NA", Float.toString(single), Numbers.text(number), Long.toString(integer), "inf");
        Categories categories = new Categories(texts.stream().map(CategoriesTest::bytes).toList(), 0);
        for (double declared : new double[] {single, number, integer, Double.POSITIVE_INFINITY}) {
            assertThat(categories.isSurelyFull(declared)).as("%s of %s", declared, texts).isFalse();
        }
        Categories names = new Categories(List.of(bytes("NA"), bytes("null")), 0);
        for (double each : new double[] {single, number, integer}) {
            assertThat(names.isSurelyFull(each)).isEqualTo(!Double.isNaN(each));
        }
        assertThat(new Categories(List.of(), 1).isSurelyFull(1)).isFalse();
    }

    @Test
    void valuesOfEqualPrefixOrWithZeroBytesAreTold() {
        Categories categories = new Categories(List.of(), 100);
        for (String value : List.of("a", "a\0", "a\0\0", "\0", "\0\0", "aaaaaaaa", "aaaaaaaa\0", "\0aaaaaaaa")) {
            assertThat(categories.codeOf(bytes(value), 0, value.length())).as(value).isEqualTo(categories.size() - 1);
        }
        assertThat(categories.size()).isEqualTo(8);
    }

    @Test
    void theEmptyTokenAndTokensNamedTwiceChangeNothing() {
        Categories categories = new Categories(List.of(bytes("?"), bytes(""), bytes("?")), 2);
        assertThat(categories.codeOf(bytes("?"), 0, 1)).isEqualTo(Categories.MISSING);
        assertThat(categories.codeOf(bytes("x"), 0, 1)).isZero();
        assertThat(categories.codeOf(bytes("y"), 0, 1)).isEqualTo(1);
        assertThat(categories.codeOf(bytes("z"), 0, 1)).isEqualTo(Categories.FULL);
        assertThat(categories.codeOf(bytes("?"), 0, 1)).isEqualTo(Categories.MISSING);
        assertThat(categories.codeOf(bytes("x"), 0, 1)).isZero();
        assertThat(categories.size()).isEqualTo(2);
    }

    @Test
    void aCapacityOfNothingIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Categories(List.of(), -1));
    }

    private static byte[] bytes(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }
}
