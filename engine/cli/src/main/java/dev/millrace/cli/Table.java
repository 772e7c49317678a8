package dev.millrace.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Lines of a label and a text, the texts aligned; long texts of several words are wrapped.
final class Table {

    private static final int COLUMNS = 100;
    private static final String INDENT = "  ";

    private final List<Line> lines = new ArrayList<>();

    private record Line(String label, String text) {}

    Table add(String label, String text) {
        lines.add(new Line(label, text));
        return this;
    }

    /// A list of words, wrapped between them.
    Table addWords(String label, List<String> words) {
        String heading = label;
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i) + (i < words.size() - 1 ? ", " : "");
            if (!line.isEmpty() && line.length() + word.length() > COLUMNS - 20) {
                add(heading, line.toString().stripTrailing());
                heading = "";
                line.setLength(0);
            }
            line.append(word);
        }
        return add(heading, line.toString());
    }

    void print(PrintWriter out) {
        int width = lines.stream().mapToInt(line -> line.label().length()).max().orElse(0);
        for (Line line : lines) {
            String label = String.format(Locale.ROOT, "%-" + Math.max(1, width) + "s", line.label());
            out.println((INDENT + label + INDENT + line.text()).stripTrailing());
        }
    }
}
