package dev.millrace.app.run;

import dev.millrace.app.text.Texts;
import dev.millrace.engine.problem.Place;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.function.Consumer;

/// Something wrong with the data: where, what, what to do, and a button that goes there.
final class FindingCell extends ListCell<Finding> {

    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final Texts texts;
    private final FontIcon icon = new FontIcon();
    private final Label place = new Label();
    private final Label finding = new Label();
    private final Label remedy = new Label();
    private final Tooltip all = new Tooltip();
    private final Button open;
    private final HBox line;

    /// @param openThere shows a place in Data
    FindingCell(Texts texts, Consumer<Place> openThere) {
        this.texts = texts;
        getStyleClass().add("finding-cell");
        place.getStyleClass().add("finding-place");
        remedy.getStyleClass().add("finding-remedy");
        place.setMinWidth(USE_PREF_SIZE);
        open = new Button(texts.of("run.findings.open"));
        open.setMinWidth(USE_PREF_SIZE);
        open.setOnAction(_ -> {
            if (getItem() != null) {
                openThere.accept(getItem().problem().place());
            }
        });
        HBox head = new HBox(place, finding);
        head.getStyleClass().add("finding-head");
        VBox words = new VBox(head, remedy);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        line = new HBox(icon, words, open);
        line.getStyleClass().add("finding-line");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Finding found, boolean empty) {
        super.updateItem(found, empty);
        if (empty || found == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText("");
            return;
        }
        boolean failed = found.kind() == Finding.Kind.FAILED;
        icon.setIconLiteral(failed ? "mdoal-error" : "mdomz-remove_circle_outline");
        place.setText(found.shortPlace());
        finding.setText(found.problem().finding());
        remedy.setText(found.problem().remedy());
        all.setText(found.problem().message());
        all.setWrapText(true);
        all.setMaxWidth(560);
        setTooltip(all);
        setAccessibleText(
                texts.of(failed ? "run.findings.failed" : "run.findings.rejected", found.problem().message()));
        pseudoClassStateChanged(FAILED, failed);
        setGraphic(line);
    }
}
