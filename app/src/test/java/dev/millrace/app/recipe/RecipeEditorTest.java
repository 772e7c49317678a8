package dev.millrace.app.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.app.ScriptedRuns;
import dev.millrace.app.TestWiring;
import dev.millrace.app.Wiring;
import dev.millrace.engine.recipe.RecipeDocument;
import dev.millrace.engine.settings.NamesColumn.Usual;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// What a person can do to a recipe, and undo.
class RecipeEditorTest {

    @TempDir Path folder;

    private RecipeEditor editor;

    @BeforeEach
    void openTheSample() {
        Wiring wiring = new TestWiring().atOnce(folder, new ScriptedRuns());
        wiring.home().openSample();
        editor = wiring.recipe().editor();
    }

    private List<String> strategies() {
        RecipeDocument document = editor.document();
        return IntStream.range(0, document.strategies())
                .mapToObj(i -> document.text(RecipeDocument.strategy(i) + "/strategy"))
                .toList();
    }

    private FieldModel field(String key) {
        return editor.formProperty().get().field(key);
    }

    @Test
    void strategiesAreAddedMovedDuplicatedAndRemoved() {
        editor.add(Template.IMPUTE);
        assertThat(strategies()).containsExactly("risk-table-mapping", "missing-value-imputation");
        assertThat(editor.strategy()).isEqualTo(1);
        editor.move(-1);
        assertThat(strategies()).containsExactly("missing-value-imputation", "risk-table-mapping");
        assertThat(editor.strategy()).isZero();
        editor.move(-1);
        assertThat(editor.strategy()).as("there is nothing above").isZero();
        editor.duplicate();
        assertThat(strategies())
                .containsExactly("missing-value-imputation", "missing-value-imputation", "risk-table-mapping");
        editor.remove();
        assertThat(strategies()).containsExactly("missing-value-imputation", "risk-table-mapping");
    }

    @Test
    void everythingIsUndoneToTheBeginningAndDoneAgain() {
        RecipeDocument first = editor.document();
        editor.startWith(Template.TRAINING_SET);
        field("trainRatio").type("0.8");
        editor.toggle(1);
        editor.move(2, 0);
        editor.remove();
        editor.edit(editor.document().with("/dataset/label", "device"), "Label column");
        RecipeDocument last = editor.document();
        int steps = 0;
        while (!editor.history().undoableProperty().get().isEmpty()) {
            editor.history().undo();
            steps++;
        }
        assertThat(steps).isEqualTo(6);
        assertThat(editor.document()).isEqualTo(first);
        while (!editor.history().redoableProperty().get().isEmpty()) {
            editor.history().redo();
        }
        assertThat(editor.document()).isEqualTo(last);
    }

    @Test
    void typingInOneFieldIsOneStepWithItsName() {
        for (String typed : List.of("0", "0.", "0.2", "0.25")) {
            field("smoothFactor").type(typed);
        }
        assertThat(editor.history().undoableProperty().get()).isEqualTo("Smoothing factor");
        editor.history().undo();
        assertThat(field("smoothFactor").valueProperty().get()).isEqualTo(0.01);
        assertThat(editor.history().undoableProperty().get()).isEmpty();
    }

    @Test
    void undoingShowsTheCardThatChanges() {
        field("smoothFactor").type("0.25");
        editor.selectedProperty().set(2);
        editor.history().undo();
        assertThat(editor.selectedProperty().get()).isEqualTo(1);
    }

    @Test
    void fillingIsAWordOrAConstantAndTheConstantGoesWithTheWord() {
        editor.add(Template.IMPUTE);
        FieldModel numerical = field("numerical");
        FieldModel strategy = numerical.parts().getFirst();
        FieldModel constant = numerical.parts().getLast();
        assertThat(constant.appliesProperty().get()).isFalse();
        strategy.set("constant");
        assertThat(constant.appliesProperty().get()).isTrue();
        assertThat(numerical.mistakeProperty().get()).startsWith("There is no constant to fill with");
        constant.type("-1");
        assertThat(numerical.valueProperty().get()).isEqualTo(Map.of("strategy", "constant", "constant", "-1"));
        assertThat(numerical.mistakeProperty().get()).isEmpty();
        strategy.set("median");
        assertThat(numerical.valueProperty().get()).isEqualTo("median");
    }

    @Test
    void constantOfARecipeGoesWithoutSayingWhatItIs() {
        editor.add(Template.IMPUTE);
        editor.edit(editor.document().with("/strategies/1/text", Map.of("constant", "none given")), "");
        FieldModel text = field("text");
        assertThat(text.parts().getFirst().valueProperty().get()).isEqualTo("constant");
        assertThat(text.parts().getLast().valueProperty().get()).isEqualTo("none given");
    }

    @Test
    void singleColumnsHaveEntries() {
        editor.add(Template.IMPUTE);
        field("columns").addEntry("a/b~c", "mode");
        assertThat(field("columns").entry("a/b~c").mistakeProperty().get()).contains("no column 'a/b~c'");
        field("columns").removeEntry("a/b~c");
        field("columns").addEntry("age", "mode");
        field("columns").entry("age").parts().getFirst().set("median");
        assertThat(field("columns").valueProperty().get()).isEqualTo(Map.of("age", "median"));
    }

    @Test
    void settingsThatMeanNothingAreHidden() {
        editor.add(Template.SAMPLE);
        assertThat(field("varianceColumn").appliesProperty().get()).isFalse();
        field("allocation").set("optimal");
        assertThat(field("varianceColumn").appliesProperty().get()).isTrue();
        assertThat(field("referenceCounts").appliesProperty().get()).isFalse();
    }

    @Test
    void pickerNarrowsByTypeAndSearch() {
        ColumnChoice choice = new ColumnChoice(field("fields"));
        choice.usual();
        assertThat(choice.shown()).extracting(ColumnSeen::name).contains("country").doesNotContain("amount");
        choice.kindProperty().set(Usual.ANY);
        choice.searchProperty().set("VELO");
        assertThat(choice.shown()).extracting(ColumnSeen::name).containsExactly("velocity_1d", "velocity_7d");
        choice.toggle("velocity_7d");
        choice.toggle("velocity_1d");
        assertThat(field("fields").list()).contains("velocity_7d").doesNotContain("velocity_1d").hasSize(7);
    }
}
