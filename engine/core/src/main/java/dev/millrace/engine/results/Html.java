package dev.millrace.engine.results;

import java.util.List;
import java.util.Locale;

/// Writes HTML. What comes from data or from a recipe is always escaped.
final class Html {

    private final StringBuilder text = new StringBuilder();

    /// Adds markup as it is.
    Html raw(String markup) {
        text.append(markup);
        return this;
    }

    /// Adds a text.
    Html text(String words) {
        text.append(escaped(words));
        return this;
    }

    /// Adds an element with a text.
    ///
    /// @param tag with its attributes, such as `td class="number"`
    Html element(String tag, String words) {
        text.append('<').append(tag).append('>').append(escaped(words)).append("</").append(name(tag)).append(">\n");
        return this;
    }

    /// Begins a table.
    ///
    /// @param numeric whether each column holds numbers
    Html beginTable(List<String> headings, List<Boolean> numeric) {
        text.append("<div class=\"wide\"><table><thead><tr>");
        for (int i = 0; i < headings.size(); i++) {
            element(numeric.get(i) ? "th class=\"number\"" : "th", headings.get(i));
        }
        text.append("</tr></thead><tbody>\n");
        return this;
    }

    /// Adds a row of a table.
    Html row(List<String> cells, List<Boolean> numeric) {
        text.append("<tr>");
        for (int i = 0; i < cells.size(); i++) {
            element(numeric.get(i) ? "td class=\"number\"" : "td", cells.get(i));
        }
        text.append("</tr>\n");
        return this;
    }

    Html endTable() {
        text.append("</tbody></table></div>\n");
        return this;
    }

    private static String name(String tag) {
        int space = tag.indexOf(' ');
        return space < 0 ? tag : tag.substring(0, space);
    }

    static String escaped(String words) {
        StringBuilder escaped = new StringBuilder();
        for (int at = 0; at < words.length(); at++) {
            char c = words.charAt(at);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> {
                    boolean control = c < ' ' && c != '\n' && c != '\t';
                    escaped.append(control ? String.format(Locale.ROOT, "\\u%04X", (int) c) : String.valueOf(c));
                }
            }
        }
        return escaped.toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
