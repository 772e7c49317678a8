package dev.millrace.app.recipe;

import dev.millrace.app.text.Texts;
import dev.millrace.app.view.Shown;
import dev.millrace.engine.settings.NamesColumn.Usual;
import dev.millrace.engine.settings.SettingKind;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.List;

/// Chooses one column or several. Shows what is chosen; opens to a list of the dataset's columns with what they seem to
/// hold, narrowed by type and by search.
final class ColumnPicker extends VBox {

    private static final int MOST_ROWS = 7;
    private static final int LEAST_ROWS = 3;

    private final ColumnChoice choice;
    private final FieldModel field;
    private final Texts texts;
    private final boolean several;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final FlowPane chips = new FlowPane();
    private final TextField search = new TextField();
    private final ListView<ColumnSeen> list = new ListView<>();
    private final Button opener = new Button();
    private final InvalidationListener known = _ -> showColumns(); // held here, as the editor outlives the form

    ColumnPicker(FieldModel field, Texts texts) {
        this.field = field;
        this.texts = texts;
        this.choice = new ColumnChoice(field);
        this.several = field.setting().kind() instanceof SettingKind.ColumnNames;
        getStyleClass().add("column-picker");
        chips.getStyleClass().add("chips");
        opener.getStyleClass().add("picker-opener");
        opener.setMnemonicParsing(false);
        opener.setGraphic(new FontIcon("mdoal-arrow_drop_down"));
        opener.setMaxWidth(Double.MAX_VALUE);
        opener.setAccessibleText(field.setting().title());
        opener.setOnAction(_ -> toggle());
        VBox panel = new VBox(searchLine(), list);
        panel.getStyleClass().add("picker-panel");
        Shown.when(open, panel);
        getChildren().setAll(opener, panel);
        if (several) {
            getChildren().addFirst(chips);
        }
        fillList();
        addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        field.valueProperty().subscribe(_ -> showChosen());
        field.editor().sampleProperty().addListener(new WeakInvalidationListener(known));
        if (several && field.setting().required()) {
            open.set(true);
            choice.usual();
        }
    }

    private void showColumns() {
        showChosen();
        if (open.get()) {
            choice.usual();
        }
    }

    private Node searchLine() {
        search.setPromptText(texts.of("recipe.columns.search"));
        search.setAccessibleText(texts.of("recipe.columns.search"));
        search.textProperty().bindBidirectional(choice.searchProperty());
        HBox.setHgrow(search, Priority.ALWAYS);
        HBox line = new HBox(search);
        line.getStyleClass().add("field-line");
        ToggleGroup group = new ToggleGroup();
        for (Usual kind : Usual.values()) {
            ToggleButton button = new ToggleButton(texts.of(kind));
            button.getStyleClass().add("segment");
            button.setToggleGroup(group);
            button.setMinWidth(USE_PREF_SIZE);
            button.setAccessibleText(texts.of("recipe.columns.kind", texts.of(kind)));
            choice.kindProperty().subscribe(chosen -> button.setSelected(chosen == kind));
            button.setOnAction(_ -> {
                choice.kindProperty().set(kind);
                button.setSelected(true);
            });
        }
        HBox kinds = new HBox();
        kinds.getStyleClass().add("segments");
        group.getToggles().forEach(toggle -> kinds.getChildren().add((ToggleButton) toggle));
        VBox box = new VBox(line, kinds);
        box.getStyleClass().add("picker-search");
        return box;
    }

    private void fillList() {
        list.getStyleClass().add("checklist");
        list.setItems(choice.shown());
        list.prefHeightProperty().bind(list.fixedCellSizeProperty().multiply(MOST_ROWS).add(2));
        list.minHeightProperty().bind(list.fixedCellSizeProperty().multiply(LEAST_ROWS).add(2));
        list.setAccessibleText(field.setting().title());
        list.setPlaceholder(new Label(texts.of("recipe.columns.none")));
        list.setCellFactory(_ -> new ColumnCell(field, several, texts, this::choose));
    }

    private void toggle() {
        open.set(!open.get());
        if (open.get()) {
            choice.usual();
            search.requestFocus();
        }
    }

    private void press(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && open.get()) {
            close();
        } else if (event.getCode() == KeyCode.DOWN && search.equals(event.getTarget())) {
            list.getSelectionModel().selectFirst();
            list.requestFocus();
        } else if (isTick(event)
                && list.getSelectionModel().getSelectedItem() != null
                && !search.equals(event.getTarget())) {
            choose(list.getSelectionModel().getSelectedItem());
        } else if (event.getCode() == KeyCode.ENTER && search.equals(event.getTarget()) && !choice.shown().isEmpty()) {
            choose(choice.shown().getFirst());
        } else {
            return;
        }
        event.consume();
    }

    private boolean isTick(KeyEvent event) {
        boolean plain = !event.isShortcutDown();
        return plain && list.isFocused() && (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER);
    }

    private void choose(ColumnSeen column) {
        choice.toggle(column.name());
        if (!several) {
            close();
        }
        list.refresh();
    }

    private void close() {
        open.set(false);
        opener.requestFocus();
    }

    private void showChosen() {
        list.refresh();
        if (!several) {
            String name = TypedText.text(field.effective());
            opener.setText(name.isEmpty() ? texts.of("recipe.columns.choose") : name);
            return;
        }
        List<Node> shown = new ArrayList<>();
        field.list().forEach(name -> shown.add(Chip.of(name, texts, () -> choice.toggle(name))));
        chips.getChildren().setAll(shown);
        chips.setVisible(!shown.isEmpty());
        chips.setManaged(!shown.isEmpty());
        opener.setText(
                texts.of(
                        "recipe.columns.chosen", shown.size(), field.editor().sampleProperty().get().columns().size()));
    }
}
