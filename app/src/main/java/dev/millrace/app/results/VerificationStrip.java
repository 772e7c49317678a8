package dev.millrace.app.results;

import dev.millrace.app.results.VerificationViewModel.Phase;
import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.app.view.Shown;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.run.Verification;

import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;

/// How far a verification is, and what it found.
final class VerificationStrip extends VBox {

    private static final int MOST_LINES = 4;

    private final VerificationViewModel verification;
    private final Texts texts;
    private final Figures figures;
    private final Label told = new Label();
    private final FontIcon icon = new FontIcon("mdoal-check_circle");
    private final ListView<Problem> problems = new ListView<>();

    VerificationStrip(VerificationViewModel verification, Texts texts, Figures figures) {
        this.verification = verification;
        this.texts = texts;
        this.figures = figures;
        setId("verification");
        getStyleClass().add("verification");
        told.setId("verificationTold");
        told.setWrapText(true);
        told.setMinHeight(USE_PREF_SIZE);
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(verification.shareProperty());
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(texts.of("results.verify"));
        HBox.setHgrow(bar, Priority.ALWAYS);
        Button stop = new Button(texts.of("results.verify.stop"));
        stop.setId("stopVerifying");
        stop.setMinWidth(Region.USE_PREF_SIZE);
        stop.setOnAction(_ -> verification.stop());
        HBox line = new HBox(icon, told, bar, stop);
        line.getStyleClass().add("verification-line");
        line.setAlignment(Pos.CENTER_LEFT);
        problems.setId("verificationProblems");
        problems.getStyleClass().add("verification-problems");
        problems.setAccessibleText(texts.of("results.verify.problems"));
        problems.setCellFactory(_ -> new FindingCell());
        problems.setMinHeight(USE_PREF_SIZE);
        setMinHeight(USE_PREF_SIZE);
        problems.prefHeightProperty()
                .bind(
                        Bindings.min(MOST_LINES, Bindings.size(problems.getItems()))
                                .multiply(problems.fixedCellSizeProperty())
                                .add(2));
        getChildren().setAll(line, problems);
        Shown.when(verification.phaseProperty().isEqualTo(Phase.RUNNING), bar, stop);
        Shown.when(verification.phaseProperty().isEqualTo(Phase.BROKEN), problems);
        Shown.when(
                verification
                        .phaseProperty()
                        .isNotEqualTo(Phase.IDLE)
                        .and(verification.phaseProperty().isNotEqualTo(Phase.FAILED)),
                this);
        verification.phaseProperty().subscribe(this::show);
        verification.shareProperty().subscribe(_ -> tell());
    }

    private void show(Phase phase) {
        icon.setIconLiteral(
                switch (phase) {
                    case IDLE, RUNNING -> "mdoal-autorenew";
                    case SOUND -> "mdoal-check_circle";
                    case STOPPED -> "mdoal-cancel";
                    case BROKEN, FAILED -> "mdoal-error";
                });
        pseudoClassStateChanged(PseudoClass.getPseudoClass("sound"), phase == Phase.SOUND);
        pseudoClassStateChanged(PseudoClass.getPseudoClass("broken"), phase == Phase.BROKEN);
        Verification found = verification.foundProperty().get();
        problems.getItems().setAll(found == null ? List.of() : found.problems());
        tell();
    }

    private void tell() {
        Verification found = verification.foundProperty().get();
        told.setText(
                switch (verification.phaseProperty().get()) {
                    case IDLE, FAILED -> "";
                    case RUNNING ->
                            texts.of("results.verify.running", figures.percent(verification.shareProperty().get()));
                    case STOPPED -> texts.of("results.verify.stopped");
                    case SOUND -> found == null ? "" : sound(found);
                    case BROKEN -> found == null ? "" : broken(found);
                });
    }

    private String sound(Verification found) {
        return texts.of("results.verify.sound", found.files(), figures.bytes(found.bytes()));
    }

    private String broken(Verification found) {
        return texts.of("results.verify.broken", found.problems().size(), found.files());
    }

    private static final class FindingCell extends ListCell<Problem> {

        @Override
        protected void updateItem(@Nullable Problem problem, boolean empty) {
            super.updateItem(problem, empty);
            setText(empty || problem == null ? null : problem.message());
            setTooltip(getText() == null ? null : new Tooltip(getText()));
        }
    }
}
