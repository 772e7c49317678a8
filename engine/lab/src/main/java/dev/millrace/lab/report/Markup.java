package dev.millrace.lab.report;

import org.apache.commons.text.StringEscapeUtils;

import java.util.List;

/// Elements of a page, one after the other, as well-formed XML.
final class Markup {

    private final StringBuilder text = new StringBuilder();

    /// A column of a table.
    ///
    /// @param isFigure whether its cells are figures, which stand at the right and are never broken
    record Column(String name, boolean isFigure) {

        static Column words(String name) {
            return new Column(name, false);
        }

        static Column figures(String name) {
            return new Column(name, true);
        }
    }

    /// Text that is markup already.
    Markup raw(String markup) {
        text.append(markup);
        return this;
    }

    Markup element(String name, String content) {
        text.append('<').append(name).append('>').append(escaped(content)).append("</").append(name).append(">\n");
        return this;
    }

    /// A remark on what stands above it.
    Markup note(String content) {
        text.append("<p class=\"note\">").append(escaped(content)).append("</p>\n");
        return this;
    }

    /// Paragraphs in a box; nothing if there are none.
    Markup box(String kind, List<String> paragraphs) {
        if (!paragraphs.isEmpty()) {
            text.append("<div class=\"").append(kind).append("\">\n");
            paragraphs.forEach(paragraph -> element("p", paragraph));
            text.append("</div>\n");
        }
        return this;
    }

    /// A table that scrolls by itself where the page is narrow.
    Markup table(List<Column> columns, List<List<String>> rows) {
        text.append("<div class=\"wide\"><table>\n");
        if (columns.stream().anyMatch(column -> !column.name().isEmpty())) {
            row("th", columns, columns.stream().map(Column::name).toList());
        }
        rows.forEach(row -> row("td", columns, row));
        text.append("</table></div>\n");
        return this;
    }

    private void row(String cell, List<Column> columns, List<String> texts) {
        text.append("<tr>");
        for (int i = 0; i < texts.size(); i++) {
            text.append('<').append(cell).append(columns.get(i).isFigure() ? " class=\"n\">" : ">");
            text.append(escaped(texts.get(i))).append("</").append(cell).append('>');
        }
        text.append("</tr>\n");
    }

    private static String escaped(String text) {
        return StringEscapeUtils.escapeXml10(text);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
