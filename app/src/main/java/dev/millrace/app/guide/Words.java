package dev.millrace.app.guide;

import javafx.scene.text.Text;

import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;

import java.util.ArrayList;
import java.util.List;

/// The words of a paragraph as texts of the window, those that a person looks for marked.
final class Words {

    private static final String FOUND = "guide-found";

    private final FoundWords found;

    Words(FoundWords found) {
        this.found = found;
    }

    List<Text> of(Node block) {
        List<Text> texts = new ArrayList<>();
        add(block, "guide-words", texts);
        return texts;
    }

    private void add(Node parent, String style, List<Text> texts) {
        for (Node inline : Chapter.children(parent)) {
            switch (inline) {
                case org.commonmark.node.Text text -> add(text.getLiteral(), style, texts);
                case Code code -> add(code.getLiteral(), "guide-code", texts);
                case StrongEmphasis _ -> add(inline, "guide-strong", texts);
                case Emphasis _ -> add(inline, "guide-emphasis", texts);
                case SoftLineBreak _ -> add(" ", style, texts);
                case HardLineBreak _ -> add("\n", style, texts);
                case Image _ -> {} // pictures are README's
                default -> add(inline, style, texts); // what holds others, such as a link
            }
        }
    }

    private void add(String literal, String style, List<Text> texts) {
        for (FoundWords.Piece piece : found.in(literal)) {
            Text text = new Text(piece.text());
            text.getStyleClass().add(style);
            if (piece.wanted()) {
                text.getStyleClass().add(FOUND);
            }
            texts.add(text);
        }
    }
}
