package dev.millrace.engine.block;

import dev.millrace.engine.stats.Numbers;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The values that edits of one column put into cells. Few, shared by all blocks of a run and written once each.
public final class Replacements {

    private final List<String> texts;

    private Replacements(List<String> texts) {
        this.texts = List.copyOf(texts);
    }

    /// Numbers, written as [Numbers#text] does.
    public static Replacements ofNumbers(double... numbers) {
        return new Replacements(Arrays.stream(numbers).mapToObj(Numbers::text).toList());
    }

    /// These values, then those of another list.
    Replacements followedBy(Replacements other) {
        return new Replacements(Stream.concat(texts.stream(), other.texts.stream()).toList());
    }

    public int size() {
        return texts.size();
    }

    public String text(int index) {
        return texts.get(index);
    }
}
