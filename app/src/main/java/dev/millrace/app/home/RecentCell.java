package dev.millrace.app.home;

import dev.millrace.app.text.Texts;
import dev.millrace.app.view.FullText;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

/// A recent path: name, folder, and a button that forgets it. One that is missing is grey and says so.
final class RecentCell extends ListCell<Recent> {

    private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");

    private final Texts texts;
    private final FontIcon icon = new FontIcon();
    private final Label name = new Label();
    private final Label folder = new Label();
    private final Button forget = new Button(null, new FontIcon("mdoal-close"));
    private final HBox line = new HBox();

    RecentCell(HomeViewModel home, Texts texts) {
        this.texts = texts;
        getStyleClass().add("recent-cell");
        name.getStyleClass().add("recent-name");
        folder.getStyleClass().add("recent-folder");
        line.getStyleClass().add("recent-line");
        forget.getStyleClass().addAll("button-icon", "flat");
        forget.setAccessibleText(texts.of("home.forget"));
        FullText.asTooltip(folder);
        VBox words = new VBox(name, folder);
        words.setMinWidth(0);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        line.getChildren().setAll(icon, words, forget);
        line.setPrefWidth(0);
        forget.setOnAction(_ -> home.forget(getItem()));
        setOnMouseClicked(_ -> {
            if (getItem() != null && getItem().present()) {
                home.open(getItem().path());
            }
        });
    }

    @Override
    protected void updateItem(Recent recent, boolean empty) {
        super.updateItem(recent, empty);
        setGraphic(empty || recent == null ? null : line);
        if (recent != null && !empty) {
            icon.setIconLiteral(recent.name().endsWith(".json") ? "mdoal-description" : "mdoal-folder");
            name.setText(recent.present() ? recent.name() : texts.of("home.missing", recent.name()));
            folder.setText(recent.folder());
            pseudoClassStateChanged(MISSING, !recent.present());
        }
    }
}
