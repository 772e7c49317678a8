package dev.millrace.app.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.app.ScriptedRuns;
import dev.millrace.app.TestWiring;
import dev.millrace.app.Wiring;
import dev.millrace.engine.Engine;
import dev.millrace.engine.recipe.Recipe;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class RecipeViewModelTest {

    @TempDir Path folder;

    private Wiring wiring;
    private RecipeViewModel recipe;
    private RecipeEditor editor;

    @BeforeEach
    void openTheSample() {
        wiring = new TestWiring().atOnce(folder, new ScriptedRuns());
        recipe = wiring.recipe();
        editor = recipe.editor();
        wiring.home().openSample();
    }

    private FieldModel field(String key) {
        return editor.formProperty().get().field(key);
    }

    @Test
    void openedRecipeIsShownAsItIs() {
        assertThat(recipe.runnableProperty().get()).isTrue();
        assertThat(recipe.file().unsavedProperty().get()).isFalse();
        assertThat(editor.cards())
                .extracting(Card::title)
                .containsExactly("Dataset", "Risk-table mapping", "Output and run");
        assertThat(editor.cards()).extracting(Card::state).containsOnly(Card.State.READY);
        assertThat(editor.cards().get(1).badge()).isEqualTo("pass 1+2");
        assertThat(field("fields").list()).startsWith("merchant_category", "country").hasSize(7);
    }

    @Test
    void planIsToldInWordsWithTheNumbersOfTheForm() {
        field("countThreshold").type("12");
        PlanSummary summary = recipe.summaryProperty().get();
        assertThat(summary.passes())
                .extracting(PlanSummary.Line::title)
                .containsExactly("Pass 1 · fit", "Pass 2 · transform");
        assertThat(summary.steps()).hasSize(1);
        assertThat(summary.steps().getFirst().detail()).contains("7 columns", "fewer than 12 rows");
        assertThat(summary.ending()).anyMatch(sentence -> sentence.contains("(about 5,"));
    }

    @Test
    void engineSaysWhatIsWrongAtTheFieldAndInTheBanner() {
        field("smoothFactor").type("1.5");
        assertThat(field("smoothFactor").mistakeProperty().get())
                .isEqualTo("Found 1.5 but accepted are values from 0 to 1. Change the value.");
        assertThat(recipe.whyNotProperty().get()).startsWith("Risk-table mapping › Smoothing factor: Found 1.5");
        assertThat(recipe.runnableProperty().get()).isFalse();
        assertThat(editor.cards().get(1).state()).isEqualTo(Card.State.ATTENTION);
        field("smoothFactor").type("a lot");
        assertThat(field("smoothFactor").mistakeProperty().get()).startsWith("Found \"a lot\" where a number");
        field("smoothFactor").type("0.5");
        assertThat(recipe.runnableProperty().get()).isTrue();
    }

    @Test
    void emptyBoxMeansTheDefault() {
        field("smoothFactor").type("");
        assertThat(editor.document().value("/strategies/0/smoothFactor")).isEmpty();
        assertThat(field("smoothFactor").effective()).isEqualTo(0.01);
        assertThat(recipe.runnableProperty().get()).isTrue();
    }

    @Test
    void columnsThatAreNotThereAreToldWithTheNearestName() {
        field("fields").set(List.of("cuontry"));
        assertThat(field("fields").mistakeProperty().get()).contains("no column 'cuontry'", "Did you mean 'country'?");
        assertThat(recipe.whyNotProperty().get()).startsWith("Risk-table mapping › Columns to map");
    }

    @Test
    void strategyThatIsOffIsLeftOutWhateverItSays() throws Exception {
        editor.add(Template.SAMPLE);
        field("strataColumn").set(null);
        assertThat(recipe.runnableProperty().get()).isFalse();
        editor.toggle(1);
        assertThat(recipe.runnableProperty().get()).isTrue();
        assertThat(recipe.recipe().orElseThrow().strategies()).hasSize(1);
        Path target = folder.resolve("off.millrace.json");
        recipe.file().saveTo(target, () -> {});
        assertThat(Files.readString(target)).contains("\"enabled\" : false", "stratified-sampling");
        assertThat(new Engine().readRecipe(target).strategies()).hasSize(1);
    }

    @Test
    void whatIsSavedReadsBackAsWhatRunsFromAnyFolder() throws Exception {
        field("smoothFactor").type("0.25");
        Recipe runs = recipe.recipe().orElseThrow();
        Path target = Files.createDirectory(folder.resolve("my recipes")).resolve("copy.millrace.json");
        recipe.file().saveTo(target, () -> {});
        assertThat(recipe.file().unsavedProperty().get()).isFalse();
        assertThat(recipe.file().command()).contains("millrace run '" + target + "'");
        assertThat(new Engine().readRecipe(target).resolved().json()).isEqualTo(runs.resolved().json());
    }

    @Test
    void folderWithoutARecipeOffersTemplates() {
        wiring.home().open(folder.resolve("data/part-00003.csv"));
        assertThat(recipe.file().pathProperty().get()).isNull();
        assertThat(editor.panelProperty().get()).isEqualTo(Panel.GALLERY);
        assertThat(recipe.whyNotProperty().get())
                .isEqualTo("Strategies: The setting 'strategies' is empty. Add at least one.");
        editor.add(Template.RISK);
        assertThat(editor.panelProperty().get()).isEqualTo(Panel.FORM);
        assertThat(field("fields").list()).contains("country", "device").doesNotContain("label", "amount");
        assertThat(recipe.runnableProperty().get()).isTrue();
    }

    @Test
    void checkedRecipeIsGivenEvenIfItJustChanged() {
        field("smoothFactor").type("0.3");
        List<Recipe> got = new ArrayList<>();
        recipe.whenChecked(got::add, () -> {});
        assertThat(got).hasSize(1);
        field("smoothFactor").type("3");
        boolean[] refused = new boolean[1];
        recipe.whenChecked(got::add, () -> refused[0] = true);
        assertThat(refused[0]).isTrue();
        assertThat(got).hasSize(1);
    }

    @Test
    void nextProblemIsShownInItsCard() {
        editor.add(Template.SAMPLE);
        field("targetSize").type("0");
        editor.selectedProperty().set(0);
        recipe.showProblem(1);
        assertThat(editor.selectedProperty().get()).isEqualTo(2);
    }
}
