package dev.millrace.app.guide;

import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// Reads the guide from README, which the build puts beside this class. A chapter is what stands under a heading of the
/// second level; one that begins with the comment `not in the guide` is for people who have the source before them.
final class GuideReader {

    private static final String FILE = "README.md";
    private static final String NOT_HERE = "<!-- not in the guide -->";
    private static final int CHAPTER = 2;

    private GuideReader() {}

    /// Reads what the build put there.
    static List<Chapter> read() throws IOException {
        try (InputStream file = Objects.requireNonNull(GuideReader.class.getResourceAsStream(FILE), FILE)) {
            return chapters(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    static List<Chapter> chapters(String markdown) {
        Node all = Parser.builder().extensions(List.of(TablesExtension.create())).build().parse(markdown);
        Map<Node, Document> contents = new LinkedHashMap<>(); // by heading
        Document current = new Document(); // what stands before the first one
        for (Node block : Chapter.children(all)) {
            if (isChapter(block)) {
                current = new Document();
                contents.put(block, current);
            } else {
                current.appendChild(block);
            }
        }
        return contents.entrySet().stream()
                .filter(chapter -> !isLeftOut(chapter.getValue().getFirstChild()))
                .map(chapter -> chapter(chapter.getKey(), chapter.getValue()))
                .toList();
    }

    private static Chapter chapter(Node heading, Document content) {
        return new Chapter(text(heading), content, text(content).toLowerCase(Locale.ROOT));
    }

    private static boolean isChapter(Node node) {
        return node instanceof Heading heading && heading.getLevel() == CHAPTER;
    }

    private static boolean isLeftOut(@Nullable Node first) {
        return first instanceof HtmlBlock comment && comment.getLiteral().strip().equals(NOT_HERE);
    }

    private static String text(Node node) {
        return TextContentRenderer.builder().extensions(List.of(TablesExtension.create())).build().render(node);
    }
}
