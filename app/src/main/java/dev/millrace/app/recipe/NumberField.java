package dev.millrace.app.recipe;

import dev.millrace.app.view.Shown;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A number in a form: name, box, unit and range, a line of help, and what is wrong while something is.
public final class NumberField extends VBox {

    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final Label title = new Label();
    private final TextField box = new TextField();
    private final Label unit = new Label();
    private final Label help = new Label();
    private final Label mistake = new Label();

    public NumberField() {
        getStyleClass().add("field");
        title.getStyleClass().add("field-title");
        title.setLabelFor(box);
        box.getStyleClass().add("number-box");
        unit.getStyleClass().add("field-unit");
        help.getStyleClass().add("field-help");
        help.setWrapText(true);
        help.setMinHeight(USE_PREF_SIZE);
        mistake.getStyleClass().add("field-mistake");
        mistake.setWrapText(true);
        mistake.setMinHeight(USE_PREF_SIZE);
        HBox line = new HBox(box, unit);
        line.getStyleClass().add("field-line");
        getChildren().setAll(title, line, help, mistake);
        box.accessibleHelpProperty().bind(help.textProperty());
    }

    public String getTitle() {
        return title.getText();
    }

    public void setTitle(String text) {
        title.setText(text);
        box.setAccessibleText(text);
    }

    public String getUnit() {
        return unit.getText();
    }

    public void setUnit(String text) {
        unit.setText(text);
    }

    public String getHelp() {
        return help.getText();
    }

    public void setHelp(String text) {
        help.setText(text);
    }

    void bind(NumberInput input) {
        box.textProperty().bindBidirectional(input.textProperty());
        mistake.textProperty().bind(input.mistake());
        Shown.when(input.mistake().isNotEmpty(), mistake);
        Shown.when(input.mistake().isEmpty().and(help.textProperty().isNotEmpty()), help);
        input.mistake().subscribe(sentence -> box.pseudoClassStateChanged(DANGER, !sentence.isEmpty()));
    }
}
