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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
        List<Chapter> chapters = new ArrayList<>();
        Node next = nextHeading(all.getFirstChild());
        while (next != null) {
            Node heading = next;
            Document content = new Document();
            next = heading.getNext();
            while (next != null && !isChapter(next)) {
                Node block = next;
                next = block.getNext();
                content.appendChild(block);
            }
            if (!isLeftOut(content.getFirstChild())) {
                chapters.add(new Chapter(text(heading), content, text(content).toLowerCase(Locale.ROOT)));
            }
        }
        return chapters;
    }

    private static @Nullable Node nextHeading(@Nullable Node first) {
        Node node = first;
        while (node != null && !isChapter(node)) {
            node = node.getNext();
        }
        return node;
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
