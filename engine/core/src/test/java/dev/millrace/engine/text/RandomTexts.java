package dev.millrace.engine.text;

import java.util.Random;

/// Random delimited texts: mostly the characters that matter to a scanner, always well-formed.
final class RandomTexts {

    private static final String[] PLAIN = {"", "a", "x\"y", " ", "ä", "日本", "😀", "0123456789abcdef", "\t", "\u000B"};
    private static final String[] QUOTED = {"", ",", "\"\"", "\n", "\r", "\r\n", "a", "😀", "0123456789", "\"\"\"\""};
    private static final String[] LINE_BREAKS = {"\n", "\r\n", "\r"};

    private RandomTexts() {}

    /// A text with a header of the columns `c0`, `c1`, …
    static String text(Random random, int columns) {
        String only = random.nextBoolean() ? LINE_BREAKS[random.nextInt(3)] : null;
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < columns; column++) {
            text.append(column == 0 ? "c" : ",c").append(column);
        }
        int rows = random.nextInt(30);
        for (int row = 0; row < rows; row++) {
            int blanks = random.nextInt(10) == 0 ? 2 : 1;
            for (int i = 0; i < blanks; i++) {
                text.append(only == null ? LINE_BREAKS[random.nextInt(3)] : only);
            }
            for (int column = 0; column < columns; column++) {
                text.append(column == 0 ? "" : ",").append(cell(random));
            }
        }
        if (random.nextBoolean()) {
            text.append(only == null ? LINE_BREAKS[random.nextInt(3)] : only);
        }
        return text.toString();
    }

    private static String cell(Random random) {
        StringBuilder cell = new StringBuilder();
        int parts = random.nextInt(4);
        boolean quoted = random.nextInt(3) == 0;
        for (int i = 0; i < parts; i++) {
            cell.append(quoted ? QUOTED[random.nextInt(QUOTED.length)] : PLAIN[random.nextInt(PLAIN.length)]);
        }
        return quoted ? '"' + cell.toString() + '"' : cell.toString();
    }
}
