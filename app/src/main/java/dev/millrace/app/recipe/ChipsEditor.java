package dev.millrace.app.recipe;

import dev.millrace.app.text.Texts;
import dev.millrace.engine.settings.SettingKind;

import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;

/// A list of texts: those that are usual as buttons, others as chips with a box to add more.
final class ChipsEditor extends VBox {

    private final FieldModel field;
    private final Texts texts;
    private final List<String> suggested;
    private final FlowPane chips = new FlowPane();

    ChipsEditor(FieldModel field, Texts texts) {
        this.field = field;
        this.texts = texts;
        this.suggested = field.setting().kind() instanceof SettingKind.Texts(List<String> words) ? words : List.of();
        getStyleClass().add("column-picker");
        chips.getStyleClass().add("chips");
        getChildren().add(chips);
        if (suggested.isEmpty()) {
            getChildren().add(box());
        }
        field.valueProperty().subscribe(_ -> show());
    }

    private Node box() {
        TextField box = new TextField();
        field.valueProperty()
                .subscribe(
                        value -> box.setPromptText(texts.of(value == null ? "recipe.chip.first" : "recipe.chip.add")));
        box.setAccessibleText(field.setting().title());
        box.setOnAction(_ -> {
            if (!box.getText().isEmpty() && !field.list().contains(box.getText())) {
                toggle(box.getText());
            }
            box.clear();
        });
        return box;
    }

    private void show() {
        List<Node> nodes = new ArrayList<>();
        for (String word : suggested) {
            ToggleButton button = new ToggleButton(word);
            button.getStyleClass().add("segment");
            button.setSelected(field.list().contains(word));
            button.setOnAction(_ -> toggle(word));
            button.setAccessibleText(field.setting().title() + ": " + word);
            nodes.add(button);
        }
        field.list().stream()
                .filter(word -> !suggested.contains(word))
                .forEach(word -> nodes.add(Chip.of(word, texts, () -> toggle(word))));
        chips.getChildren().setAll(nodes);
        chips.setVisible(!nodes.isEmpty());
        chips.setManaged(!nodes.isEmpty());
    }

    private void toggle(String word) {
        List<String> words = new ArrayList<>(field.list());
        if (!words.remove(word)) {
            words.add(word);
        }
        boolean nothing = words.isEmpty() && field.setting().fallback() == null && !field.setting().required();
        field.set(nothing ? null : words);
    }
}
