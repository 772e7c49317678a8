package dev.millrace.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.testing.Seeds;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

class TextCountsTest {

    private static final List<String> PIECES =
            List.of("a", "ab", "b", "ä", "\uFB01", "😀", "12345678", "x", "\u0001", "-1", "1e3");

    @Seeds(count = 100)
    void countsAndOrderAreThoseOfASortedMap(long seed) {
        List<String> texts = texts(new Random(seed));
        SortedMap<String, Long> expected = new TreeMap<>(CodePointOrder.ASCENDING);
        texts.forEach(text -> expected.merge(text, 1L, Long::sum));
        TextCounts counts = counts(texts);
        SortedMap<String, Long> found = new TreeMap<>(CodePointOrder.ASCENDING);
        List<String> order = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            order.add(text(counts, i));
            found.put(text(counts, i), counts.count(i));
        }
        assertThat(order).containsExactlyElementsOf(expected.keySet());
        assertThat(found).isEqualTo(expected);
        assertThat(counts.bytes())
                .isEqualTo(
                        expected.keySet().stream()
                                .mapToLong(text -> text.getBytes(StandardCharsets.UTF_8).length)
                                .sum());
        assertThat(counts.allNumbers())
                .isEqualTo(expected.keySet().stream().noneMatch(text -> Double.isNaN(Numbers.parse(text))));
    }

    @Seeds(count = 100)
    void anyCutAndBracketingGivesTheSameCounts(long seed) {
        Random random = new Random(seed);
        List<String> a = texts(random);
        List<String> b = texts(random);
        List<String> c = texts(random);
        List<String> all = new ArrayList<>(a);
        all.addAll(b);
        all.addAll(c);
        TextCounts whole = counts(all);
        assertThat(counts(a).plus(counts(b)).plus(counts(c))).isEqualTo(whole).hasSameHashCodeAs(whole);
        assertThat(counts(a).plus(counts(b).plus(counts(c)))).isEqualTo(whole);
        assertThat(TextCounts.NONE.plus(whole)).isEqualTo(whole);
        assertThat(whole.plus(TextCounts.NONE)).isEqualTo(whole);
    }

    @Test
    void theMostFrequentTextIsTheFirstOfEquals() {
        TextCounts counts = counts(List.of("b", "\uFB01", "😀", "😀", "\uFB01", "b", "a"));
        assertThat(text(counts, counts.mostFrequent())).isEqualTo("b");
        assertThat(text(counts(List.of("😀", "\uFB01")), 0)).isEqualTo("\uFB01");
        assertThatThrownBy(TextCounts.NONE::mostFrequent).isInstanceOf(IllegalStateException.class);
    }

    private static List<String> texts(Random random) {
        List<String> texts = new ArrayList<>();
        for (int i = random.nextInt(60); i > 0; i--) {
            String first = PIECES.get(random.nextInt(PIECES.size()));
            texts.add(random.nextInt(3) == 0 ? first : first + PIECES.get(random.nextInt(PIECES.size())));
        }
        return texts;
    }

    private static String text(TextCounts counts, int index) {
        return new String(counts.text(index), StandardCharsets.UTF_8);
    }

    private static TextCounts counts(List<String> texts) {
        Categories categories = new Categories(List.of(), 1000);
        long[] counts = new long[1000];
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            counts[categories.codeOf(bytes, 0, bytes.length) + 1]++;
        }
        return TextCounts.of(categories, counts, 1);
    }
}
