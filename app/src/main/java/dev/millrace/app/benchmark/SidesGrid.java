package dev.millrace.app.benchmark;

import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.engine.recipe.Mode;

import javafx.beans.property.Property;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.util.StringConverter;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.function.Function;

/// A row for each side that will be compared.
final class SidesGrid extends GridPane {

    private static final int MOST_WORKERS = 256;
    private static final int MOST_BLOCK = 1_048_576;
    private static final int BLOCK_STEP = 64;
    private static final int MOST_MEMORY = 1_048_576;
    private static final int MEMORY_STEP = 128;
    private static final List<Double> SHARES = List.of(1.0, 0.75, 0.5, 0.25);
    private static final List<String> HEADS =
            List.of(
                    "benchmark.side.number",
                    "benchmark.side.mode",
                    "benchmark.side.workers",
                    "benchmark.side.block",
                    "benchmark.side.memory",
                    "benchmark.side.processors",
                    "benchmark.side.share");

    private final SetUpViewModel setUp;
    private final Texts texts;
    private final Figures figures;

    SidesGrid(SetUpViewModel setUp, Texts texts, Figures figures) {
        this.setUp = setUp;
        this.texts = texts;
        this.figures = figures;
        getStyleClass().add("sides");
        setUp.sides().addListener((ListChangeListener<SideRow>) _ -> fill());
        fill();
    }

    private void fill() {
        getChildren().clear();
        for (int column = 0; column < HEADS.size(); column++) {
            Label head = new Label(texts.of(HEADS.get(column)));
            head.getStyleClass().add("fact-name");
            add(head, column, 0);
        }
        for (int number = 0; number < setUp.sides().size(); number++) {
            addRow(setUp.sides().get(number), number);
        }
    }

    private void addRow(SideRow row, int number) {
        int line = number + 1;
        Label sign = new Label(texts.of(number == 0 ? "benchmark.side.first" : "benchmark.side.other", line));
        sign.setMinWidth(USE_PREF_SIZE);
        String auto = texts.of("benchmark.auto");
        int processors = Runtime.getRuntime().availableProcessors();
        add(sign, 0, line);
        add(choice(row.modeProperty(), List.of(Mode.values()), texts::of, words(1, line)), 1, line);
        add(new NumberBox(row.workersProperty(), 0, MOST_WORKERS, 1, words(2, line), auto), 2, line);
        add(new NumberBox(row.blockProperty(), 0, MOST_BLOCK, BLOCK_STEP, words(3, line), auto), 3, line);
        add(new NumberBox(row.memoryProperty(), 0, MOST_MEMORY, MEMORY_STEP, words(4, line), auto), 4, line);
        String all = texts.of("benchmark.all");
        add(new NumberBox(row.processorsProperty(), 0, processors, 1, words(5, line), all), 5, line);
        add(choice(row.shareProperty().asObject(), SHARES, figures::percent, words(6, line)), 6, line);
        Button remove = new Button();
        remove.setGraphic(new FontIcon("mdoal-close"));
        remove.getStyleClass().addAll("flat", "button-icon");
        remove.setAccessibleText(texts.of("benchmark.side.remove", line));
        remove.setTooltip(new Tooltip(texts.of("benchmark.side.remove", line)));
        remove.setDisable(setUp.sides().size() <= 2);
        remove.setOnAction(_ -> setUp.remove(row));
        add(remove, 7, line);
    }

    /// What a control is for.
    private String words(int column, int line) {
        return texts.of("benchmark.side.words", texts.of(HEADS.get(column)), line);
    }

    private static <T> ComboBox<T> choice(Property<T> chosen, List<T> all, Function<T, String> words, String purpose) {
        ComboBox<T> box = new ComboBox<>();
        box.getItems().setAll(all);
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(T each) {
                        return each == null ? "" : words.apply(each);
                    }

                    @Override
                    public T fromString(String text) {
                        throw new UnsupportedOperationException("nothing is typed");
                    }
                });
        box.setAccessibleText(purpose);
        box.setValue(chosen.getValue());
        box.setUserData(chosen); // a property that was made for this box lives as long as it
        box.valueProperty().subscribe(value -> chosen.setValue(value));
        return box;
    }
}
