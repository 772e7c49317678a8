package dev.millrace.app.data;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

import java.util.HashMap;
import java.util.Map;

/// Measures and shortens texts of one font. Each character is measured once, which is close enough without kerning and
/// fast enough for a screen full of cells. Used on the screen's thread.
final class TextFitter {

    private static final String ELLIPSIS = "…";
    private static final int MOST_MEASURED = 512;

    private final Font font;
    private final Map<Integer, Double> widths = new HashMap<>();
    private final double ellipsis;

    TextFitter(Font font) {
        this.font = font;
        this.ellipsis = width(ELLIPSIS);
    }

    Font font() {
        return font;
    }

    /// The width of a text; of a very long one, of its begin.
    double width(String text) {
        double width = 0;
        int end = Math.min(text.length(), MOST_MEASURED);
        for (int at = 0; at < end; at += Character.charCount(text.codePointAt(at))) {
            width += width(text.codePointAt(at));
        }
        return width;
    }

    /// The text in one line, cut off with an ellipsis if it is wider than there is room.
    String fitted(String text, double room) {
        double width = 0;
        int keep = 0;
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            width += width(character);
            at += Character.charCount(character);
            if (width + ellipsis <= room) {
                keep = at;
            }
            if (width > room) {
                return oneLine(text.substring(0, keep)) + ELLIPSIS;
            }
        }
        return oneLine(text);
    }

    boolean fits(String text, double room) {
        return text.length() <= MOST_MEASURED && width(text) <= room;
    }

    private static String oneLine(String text) {
        return text.replace('\n', ' ').replace('\r', ' ').replace('\t', ' ');
    }

    private double width(int character) {
        return widths.computeIfAbsent(character, this::measured);
    }

    private double measured(int character) {
        Text text = new Text(Character.toString(character < ' ' ? ' ' : character));
        text.setFont(font);
        return text.getLayoutBounds().getWidth();
    }
}
