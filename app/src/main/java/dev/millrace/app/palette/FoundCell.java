package dev.millrace.app.palette;

import dev.millrace.app.text.Texts;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// A line of the palette: what it is, its words with the letters that fit, and its keys or where it is.
final class FoundCell extends ListCell<Found> {

    private static final PseudoClass DISABLED = PseudoClass.getPseudoClass("off");

    private final Texts texts;
    private final FontIcon icon = new FontIcon();
    private final TextFlow words = new TextFlow();
    private final Label detail = new Label();
    private final HBox line;

    FoundCell(Texts texts) {
        this.texts = texts;
        getStyleClass().add("found-cell");
        detail.getStyleClass().add("found-detail");
        detail.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        line = new HBox(icon, words, detail);
        line.getStyleClass().add("found-line");
        line.setFillHeight(false);
        line.setPrefWidth(0);
    }

    @Override
    protected void updateItem(Found found, boolean empty) {
        super.updateItem(found, empty);
        setGraphic(empty || found == null ? null : line);
        if (found == null || empty) {
            setAccessibleText(null);
            return;
        }
        Goal goal = found.goal();
        icon.setIconLiteral(icon(goal.kind()));
        words.getChildren().setAll(marked(goal.words(), found.letters()));
        detail.setText(goal.detail());
        setAccessibleText(texts.of("palette.line", goal.words(), texts.of(goal.kind()), goal.detail()));
        pseudoClassStateChanged(DISABLED, !goal.enabled());
    }

    private static List<Text> marked(String words, BitSet letters) {
        List<Text> parts = new ArrayList<>();
        int at = 0;
        while (at < words.length()) {
            boolean fits = letters.get(at);
            int next = fits ? letters.nextClearBit(at) : letters.nextSetBit(at);
            int end = next < 0 ? words.length() : Math.min(next, words.length());
            Text part = new Text(words.substring(at, end));
            part.getStyleClass().add(fits ? "found-letters" : "found-words");
            parts.add(part);
            at = end;
        }
        return parts;
    }

    private static String icon(Goal.Kind kind) {
        return switch (kind) {
            case ACTION -> "mdoal-flash_on";
            case STRATEGY -> "mdomz-tune";
            case COLUMN -> "mdomz-view_column";
            case SHARD -> "mdoal-insert_drive_file";
            case RECENT -> "mdoal-history";
        };
    }
}
