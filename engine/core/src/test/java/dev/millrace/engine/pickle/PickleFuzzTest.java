package dev.millrace.engine.pickle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.problem.Place;
import dev.millrace.engine.testing.Fuzzing;

import org.junit.jupiter.api.Test;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Damaged pickles.
final class PickleFuzzTest {

    private static final Place PLACE = Place.of("model.pkl");
    private static final List<String> WORDS =
            List.of(
                    "\u0080\u0002",
                    "\u0080\u0004\u0095\u0010\0\0\0\0\0\0\0",
                    "(",
                    ".",
                    "N",
                    "\u0088",
                    "}",
                    "]",
                    "J\u0001\0\0\0",
                    "K\u0007",
                    "\u008A\u0003abc",
                    "G@\t\0\0\0\0\0\0",
                    "X\u0001\0\0\0a",
                    "\u008C\u0002ab",
                    "\u008D\u0001\0\0\0\0\0\0\0a",
                    "q\0",
                    "h\0",
                    "\u0094",
                    "a",
                    "e",
                    "s",
                    "u",
                    "cos\nsystem\n",
                    "R",
                    "\u0093",
                    "\u0081");

    @Test
    void whatIsReadIsPlainDataThatReadsTheSameWhenItIsWrittenAgain() {
        new Fuzzing("pickles", PickleFuzzTest::pickle, WORDS)
                .feed((input, _) -> {
                    Object read = Pickle.read(input, PLACE);
                    assertPlain(read);
                    if (read != null) {
                        assertThat(Pickle.read(Pickle.of(read), PLACE)).isEqualTo(read);
                    }
                });
    }

    private static byte[] pickle(Random random) {
        Map<Object, Object> bins = new LinkedHashMap<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            bins.put(random.nextBoolean() ? "k" + i : (Object) (i + 0.5), random.nextGaussian());
        }
        List<Object> list =
                new ArrayList<>(List.of(1L, -1L, 1L << 40, BigInteger.TWO.pow(70), true, "größe", List.of()));
        return Pickle.of(Map.of("field", Map.of("bins", bins, "mode", "numeric"), "list", list));
    }

    private static void assertPlain(Object value) {
        switch (value) {
            case Map<?, ?> map ->
                    map.forEach((key, held) -> {
                        assertPlain(key);
                        assertPlain(held);
                    });
            case List<?> list -> list.forEach(PickleFuzzTest::assertPlain);
            case null -> {}
            default ->
                    assertThat(value)
                            .isInstanceOfAny(String.class, Long.class, BigInteger.class, Double.class, Boolean.class);
        }
    }
}
