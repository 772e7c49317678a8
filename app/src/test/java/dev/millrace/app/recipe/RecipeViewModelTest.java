package dev.millrace.app.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.app.ScriptedRuns;
import dev.millrace.app.TestWiring;
import dev.millrace.app.Wiring;
import dev.millrace.engine.Engine;
import dev.millrace.engine.recipe.Mode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

class RecipeViewModelTest {

    @TempDir Path folder;

    private Wiring wiring;
    private RecipeViewModel recipe;

    @BeforeEach
    void openTheSample() {
        wiring = new TestWiring().atOnce(folder, new ScriptedRuns());
        recipe = wiring.recipe();
        wiring.home().openSample();
    }

    @Test
    void openedRecipeIsShownAsItIs() {
        assertThat(recipe.runnableProperty().get()).isTrue();
        assertThat(recipe.unsavedProperty().get()).isFalse();
        assertThat(recipe.form().fields().chosen()).startsWith("merchant_category", "country").hasSize(7);
        assertThat(recipe.form().labelProperty().get()).isEqualTo("label");
        assertThat(recipe.runForm().modeProperty().get()).isEqualTo(Mode.STREAMING);
    }

    @Test
    void planIsToldInWordsWithTheNumbersOfTheForm() {
        recipe.form().countThreshold().textProperty().set("12");
        PlanSummary summary = recipe.summaryProperty().get();
        assertThat(summary.passes())
                .extracting(PlanSummary.PassLine::title)
                .containsExactly("Pass 1 · fit", "Pass 2 · transform");
        assertThat(summary.sentences()).anyMatch(sentence -> sentence.contains("fewer than 12 rows"));
    }

    @Test
    void labelCannotBeMapped() {
        recipe.form().labelProperty().set("country");
        assertThat(recipe.runnableProperty().get()).isFalse();
        assertThat(recipe.whyNotProperty().get()).startsWith("The label column country cannot be mapped");
    }

    @Test
    void oneMistakeIsToldAtATimeAndGoesWhenItIsMended() {
        recipe.form().smoothing().textProperty().set("x");
        recipe.runForm().outputProperty().set(" ");
        assertThat(recipe.whyNotProperty().get()).startsWith("Smoothing factor");
        recipe.form().smoothing().textProperty().set("0.1");
        assertThat(recipe.whyNotProperty().get()).isEqualTo("Choose an output folder.");
        recipe.runForm().outputProperty().set("elsewhere");
        assertThat(recipe.whyNotProperty().get()).isEmpty();
    }

    @Test
    void savedRecipeReadsBackEqualFromAnyFolder() throws Exception {
        recipe.form().smoothing().textProperty().set("0.25");
        Path target = Files.createDirectory(folder.resolve("other")).resolve("copy.millrace.json");
        recipe.saveTo(target, () -> {});
        assertThat(recipe.unsavedProperty().get()).isFalse();
        assertThat(recipe.command()).contains("millrace run " + target);
        assertThat(new Engine().readRecipe(target).datasetPath()).isEqualTo(folder.resolve("data"));
    }

    @Test
    void folderWithoutARecipeStartsWithADraft() {
        wiring.home().open(folder.resolve("data/part-00003.csv"));
        assertThat(recipe.fileProperty().get()).isNull();
        assertThat(recipe.form().labelProperty().get()).isEqualTo("label");
        assertThat(recipe.whyNotProperty().get()).isEqualTo("Choose at least one column to map.");
    }

    @Test
    void searchNarrowsTheColumnsAndKeepsTheTicks() {
        recipe.form().fields().searchProperty().set("VELO");
        assertThat(recipe.form().fields().shown())
                .extracting(FieldChoice::name)
                .containsExactly("velocity_1d", "velocity_7d");
        assertThat(recipe.form().fields().chosen()).hasSize(7);
    }
}
