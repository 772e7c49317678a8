package dev.millrace.app.recipe;

import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.engine.recipe.Mode;
import dev.millrace.engine.recipe.OutputSettings;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.engine.recipe.RunSettings;

import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.util.List;
import java.util.stream.Stream;

/// How to run, and where results go.
public final class RunForm {

    private static final int MOST_WORKERS = 1024;

    private final Texts texts;
    private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.STREAMING);
    private final NumberInput workers;
    private final StringProperty output = new SimpleStringProperty("");
    private final BooleanProperty overwrite = new SimpleBooleanProperty();

    public RunForm(Texts texts, Figures figures) {
        this.texts = texts;
        this.workers =
                new NumberInput(
                        new NumberInput.Range(texts.of("recipe.workers"), 0, MOST_WORKERS, true), texts, figures);
    }

    public ObjectProperty<Mode> modeProperty() {
        return mode;
    }

    public NumberInput workers() {
        return workers;
    }

    /// The output folder; relative to the recipe's folder unless it is absolute.
    public StringProperty outputProperty() {
        return output;
    }

    public BooleanProperty overwriteProperty() {
        return overwrite;
    }

    public Observable[] inputs() {
        return new Observable[] {mode, workers.textProperty(), output, overwrite};
    }

    public void set(Recipe recipe) {
        mode.set(recipe.run().mode());
        workers.set(recipe.run().workers());
        output.set(recipe.output().path());
        overwrite.set(recipe.output().overwrite());
    }

    /// What is wrong, each in a sentence.
    public List<String> mistakes() {
        return Stream.of(workers.mistake().get(), output.get().isBlank() ? texts.of("recipe.mistake.noOutput") : "")
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    /// Where results go.
    ///
    /// @param before settings whose values are kept where the form shows none
    public OutputSettings output(OutputSettings before) {
        return new OutputSettings(output.get().strip(), before.format(), before.compression(), overwrite.get());
    }

    /// How to run.
    ///
    /// @param before settings whose values are kept where the form shows none
    public RunSettings settings(RunSettings before) {
        return before.withMode(mode.get()).withWorkers(workers.wholeValue());
    }
}
