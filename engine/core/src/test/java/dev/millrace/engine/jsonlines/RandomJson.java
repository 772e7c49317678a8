package dev.millrace.engine.jsonlines;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Random JSON in every notation that the grammar allows.
final class RandomJson {

    private static final List<String> CHARACTERS =
            List.of("a", "b", " ", "\"", "\\", "/", "\n", "\t", "\u0001", "é", "日", "😀", "\u007f", "{", "]", ",", ":");
    private static final List<String> NUMBERS =
            List.of("0", "-0", "7", "27", "1.50", "-1e5", "1E+2", "0.1e-3", "12345678901234567890", "1e400", "3.0");
    private static final List<String> KEYS =
            List.of(
                    "a",
                    "b",
                    "id",
                    "amount",
                    "a key longer than a word",
                    "größe",
                    "",
                    "net__DOT__tax",
                    "\"q\"",
                    "😀 \\");

    private final Random random;
    private final boolean lineBreaks;

    /// A generator.
    ///
    /// @param lineBreaks whether white space may hold line breaks
    RandomJson(Random random, boolean lineBreaks) {
        this.random = random;
        this.lineBreaks = lineBreaks;
    }

    /// An object with some of the keys, mostly in the same order.
    String object() {
        List<String> keys = new ArrayList<>(KEYS);
        keys.removeIf(_ -> random.nextInt(4) == 0);
        if (random.nextInt(5) == 0) {
            Collections.shuffle(keys, random);
        }
        return object(keys, 0);
    }

    private String object(List<String> keys, int depth) {
        StringBuilder json = new StringBuilder("{").append(blanks());
        for (int i = 0; i < keys.size(); i++) {
            json.append(i == 0 ? "" : "," + blanks())
                    .append(text(keys.get(i)))
                    .append(blanks())
                    .append(':')
                    .append(blanks())
                    .append(value(depth))
                    .append(blanks());
        }
        return json.append('}').toString();
    }

    private String value(int depth) {
        return switch (random.nextInt(depth > 3 ? 7 : 9)) {
            case 0 -> "null";
            case 1 -> "true";
            case 2 -> "false";
            case 3, 4 -> NUMBERS.get(random.nextInt(NUMBERS.size()));
            case 5, 6 -> text(characters());
            case 7 -> object(KEYS.subList(0, random.nextInt(4)), depth + 1);
            default -> array(depth + 1);
        };
    }

    private String array(int depth) {
        List<String> values = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            values.add(blanks() + value(depth) + blanks());
        }
        return "[" + (values.isEmpty() ? blanks() : String.join(",", values)) + "]";
    }

    private String characters() {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(4) == 0 ? random.nextInt(60) : random.nextInt(4);
        for (int i = 0; i < length; i++) {
            text.append(random.nextInt(3) == 0 ? CHARACTERS.get(random.nextInt(CHARACTERS.size())) : "x");
        }
        return text.toString();
    }

    /// A text in quotes, with escapes where they must be and sometimes where they need not.
    String text(String value) {
        StringBuilder json = new StringBuilder("\"");
        boolean plain = random.nextInt(3) > 0;
        value.codePoints()
                .forEach(character -> {
                    boolean must = character < 0x20 || character == '"' || character == '\\';
                    if (!must && (plain || random.nextInt(4) > 0)) {
                        json.appendCodePoint(character);
                    } else {
                        Character.toString(character).chars().forEach(unit -> json.append(escaped((char) unit)));
                    }
                });
        return json.append('"').toString();
    }

    private String escaped(char unit) {
        String letter =
                switch (unit) {
                    case '"', '\\', '/' -> "\\" + unit;
                    case '\n' -> "\\n";
                    case '\t' -> "\\t";
                    default -> "";
                };
        boolean upper = random.nextBoolean();
        String code = String.format(Locale.ROOT, upper ? "\\u%04X" : "\\u%04x", (int) unit);
        return letter.isEmpty() || random.nextInt(3) == 0 ? code : letter;
    }

    String blanks() {
        if (random.nextInt(3) > 0) {
            return "";
        }
        StringBuilder blanks = new StringBuilder();
        for (int i = random.nextInt(3); i >= 0; i--) {
            blanks.append(" \t \n\r".charAt(random.nextInt(lineBreaks ? 5 : 3)));
        }
        return blanks.toString();
    }
}
