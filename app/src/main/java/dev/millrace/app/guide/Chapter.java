package dev.millrace.app.guide;

import org.commonmark.node.Document;
import org.commonmark.node.Node;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A part of the guide, with a heading of its own.
///
/// @param content what stands under the heading
/// @param words all its words, small, to search in
public record Chapter(String title, Document content, String words) {

    /// Whether each of some words, small, stands somewhere in the chapter.
    boolean has(List<String> wanted) {
        String heading = title.toLowerCase(Locale.ROOT);
        return wanted.stream().allMatch(word -> heading.contains(word) || words.contains(word));
    }

    /// What a part of a document has in it, in order.
    static List<Node> children(Node parent) {
        List<Node> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            children.add(child);
        }
        return children;
    }
}
