package dev.millrace.engine.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Random values of columns, and random ways to write a value as a cell.
public final class RandomCells {

    private static final List<String> CATEGORIES =
            List.of(
                    "a",
                    "b",
                    "B",
                    "blue",
                    "Blue",
                    " padded ",
                    "x,y",
                    "say \"hi\"",
                    "5\" pipe",
                    "\"quoted\"",
                    "two\nlines",
                    "two\r\nlines",
                    "old\rmac",
                    "müller",
                    "日本語",
                    "\uFB01ne",
                    "😀",
                    "𝒳",
                    "\uFFFD",
                    "-",
                    "'",
                    "\t",
                    "0x1A",
                    "1f",
                    "1_000",
                    "True",
                    "False",
                    "nul",
                    "NaNa",
                    "_");

    private final Random random;

    RandomCells(Random random) {
        this.random = random;
    }

    /// What a column's values are like.
    enum Kind {
        SKEWED,
        NUMBERS,
        NUMBERS_AND_A_WORD,
        FEW_NUMBERS_IN_MANY_FORMS,
        BOOLEANS,
        ALWAYS_MISSING,
        ALL_DIFFERENT
    }

    /// A column's values.
    ///
    /// @param kind what they are like
    /// @param categories those of a skewed column, the most frequent first
    /// @param missingShare how many are missing, 0 to 1
    record Palette(Kind kind, List<String> categories, double missingShare) {}

    Palette palette() {
        List<String> categories = new ArrayList<>(CATEGORIES);
        Collections.shuffle(categories, random);
        Kind kind = oneOf(List.of(Kind.values()));
        double missing = kind == Kind.ALWAYS_MISSING ? 1 : oneOf(List.of(0.0, 0.0, 0.1, 0.5));
        return new Palette(kind, List.copyOf(categories.subList(0, 1 + random.nextInt(12))), missing);
    }

    /// A value of a column.
    String value(Palette palette, List<String> missingTokens) {
        if (random.nextDouble() < palette.missingShare()) {
            return oneOf(missingTokens);
        }
        return switch (palette.kind()) {
            case SKEWED -> skewed(palette.categories());
            case NUMBERS -> number(random.nextInt(-5, 30));
            case NUMBERS_AND_A_WORD -> random.nextInt(20) == 0 ? "eleven" : number(random.nextInt(12));
            case FEW_NUMBERS_IN_MANY_FORMS -> number(random.nextInt(3));
            case BOOLEANS -> oneOf(List.of("True", "False", "True", "true"));
            case ALWAYS_MISSING -> oneOf(missingTokens);
            case ALL_DIFFERENT -> "id-" + random.nextInt(1_000_000);
        };
    }

    private String skewed(List<String> categories) {
        int rank = (int) (categories.size() * Math.pow(random.nextDouble(), 3));
        return categories.get(rank);
    }

    /// A whole number in one of the ways in which it may be written.
    String number(int value) {
        return switch (random.nextInt(12)) {
            case 0 -> value + ".0";
            case 1 -> value + ".";
            case 2 -> value + "e0";
            case 3 -> String.format(Locale.ROOT, "%03d", value);
            case 4 -> value + "0E-1";
            case 5 -> value >= 0 ? "+" + value : value + ".00";
            case 6 -> value == 0 ? "-0" : String.valueOf(value);
            case 7 -> value == 7 ? "inf" : String.valueOf(value);
            default -> String.valueOf(value);
        };
    }

    /// A value as a cell: quoted where it must be, and sometimes where it need not.
    String cell(String value) {
        boolean must =
                value.indexOf(',') >= 0
                        || value.indexOf('\n') >= 0
                        || value.indexOf('\r') >= 0
                        || value.startsWith("\"");
        return must || random.nextInt(5) == 0 ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }
}
