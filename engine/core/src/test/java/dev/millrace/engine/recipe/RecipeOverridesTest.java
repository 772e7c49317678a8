package dev.millrace.engine.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;

import dev.millrace.engine.Engine;
import dev.millrace.engine.plan.Planner;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.problem.RecipeException;
import dev.millrace.engine.testing.Tree;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.FileSystem;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Settings that replace those of the recipe file, by `--set` and by environment variables.
class RecipeOverridesTest {

    private static final String RECIPE =
            """
            {
              "version": 1,
              "dataset": { "path": "in", "label": "label" },
              "strategies": [
                { "strategy": "risk-table-mapping", "fields": ["a"], "smoothFactor": 0.5 },
                { "strategy": "risk-table-mapping", "fields": ["b"] }
              ],
              "output": { "path": "out" }
            }
            """;

    @AutoClose private final FileSystem files = Jimfs.newFileSystem(Configuration.unix());

    @Test
    void withoutAnyTheRecipeStays() {
        byte[] document = read(RecipeOverrides.NONE).document();
        assertThat(set().document()).isEqualTo(document);
        assertThat(environment(Map.of("PATH", "/bin", "HOME", "/")).document()).isEqualTo(document);
    }

    @Test
    void aSettingIsReplacedOrAdded() {
        Recipe recipe = set("dataset.label=y", "run.workers=4", "run.mode=streaming", "run.seed=-3", "name=42 days");
        assertThat(recipe.dataset().label()).isEqualTo("y");
        assertThat(recipe.run().workers()).isEqualTo(4);
        assertThat(recipe.run().mode()).isEqualTo(Mode.STREAMING);
        assertThat(recipe.run().seed()).isEqualTo(-3);
        assertThat(recipe.name()).as("what is not JSON is a text").isEqualTo("42 days");
    }

    @Test
    void valuesMayBeAnyJsonAndHoldAnEqualsSign() {
        Recipe recipe = set("dataset.missing=[\"?\", \"a=b\"]", "dataset.label=null", "output.path=x=y");
        assertThat(recipe.dataset().missing()).containsExactly("?", "a=b");
        assertThat(recipe.dataset().label()).isNull();
        assertThat(recipe.output().path()).isEqualTo("x=y");
        assertThat(refused("name=").getFirst().finding()).contains("'name' is empty");
    }

    @Test
    void aStrategyIsNamedByItsPosition() {
        assertThat(settings(set("strategies.1.smoothFactor=0.02")))
                .containsExactly("fields=[a] smoothFactor=0.5", "fields=[b] smoothFactor=0.02");
    }

    @Test
    void aStrategysIdStandsForAllOfThatKind() {
        assertThat(settings(set("strategies.risk-table-mapping.smoothFactor=0.02")))
                .containsExactly("fields=[a] smoothFactor=0.02", "fields=[b] smoothFactor=0.02");
    }

    @Test
    void laterOnesWin() {
        assertThat(set("run.workers=4", "run.workers=5").run().workers()).isEqualTo(5);
        RecipeOverrides both =
                RecipeOverrides.ofEnvironment(Map.of("MAX_WORKERS", "7", "RANDOM_STATE", "8"))
                        .then(RecipeOverrides.ofAssignments(List.of("run.workers=2")));
        assertThat(read(both).run().workers()).isEqualTo(2);
        assertThat(read(both).run().seed()).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"run.workers", "=4", "", "="})
    void whatIsNoAssignmentIsRefused(String text) {
        RecipeException refused =
                catchThrowableOfType(RecipeException.class, () -> RecipeOverrides.ofAssignments(List.of(text)));
        assertThat(refused).hasMessageContaining("--set " + text).hasMessageContaining("--set path=value");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "strategies.2.smoothFactor=1",
                "strategies.-1.smoothFactor=1",
                "strategies.imputation.text=mode",
                "strategies.0=1",
                "strategies.0.fields.0=b",
                "version.major=1",
                "dataset.label.x=1"
            })
    void aPathThatLeadsNowhereIsRefusedWithWhatWasAsked(String assignment) {
        assertThat(refused(assignment).getFirst().place()).hasToString("--set " + assignment);
        assertThat(refused(assignment).getFirst().remedy()).contains("run.workers");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run.wrokers=3         | Did you mean 'workers'?",
                "run.workers=many      | a whole number",
                "run.mode=stream       | Did you mean 'streaming'?",
                "strategies.1.smoothFactor=2 | accepted are values from 0 to 1",
                "job=train             | training",
                "runn.workers=1        | Did you mean 'run'?"
            })
    void aMistakeInAReplacedSettingIsNamedByWhoReplacedIt(String assignment, String expected) {
        List<Problem> problems = refused(assignment);
        assertThat(problems.getFirst().message()).contains(expected);
        assertThat(problems.getFirst().place().source()).contains("--set " + assignment.split("\\.", 2)[0]);
    }

    /// The line in the file would mislead: it holds another value.
    @Test
    void aMistakeInsideAReplacedValueIsNamedByWhoReplacedItToo() {
        String whole = "dataset={\"path\": 7}";
        assertThat(refused(whole).getFirst().place()).hasToString("--set " + whole);
        Tree.write(files.getPath("/in/part-1.csv"), "a,b,label\n1,2,1\n");
        String fields = "strategies.0.fields=[\"a\", \"nope\"]";
        Recipe recipe = set(fields);
        List<Problem> problems = Planner.problems(recipe, new Engine().openDataset(recipe.datasetPath(), Job.TRAINING));
        assertThat(problems)
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.finding()).contains("'nope'");
                    assertThat(problem.place()).hasToString("--set " + fields);
                });
    }

    @Test
    void theVariablesOfThePythonScriptsAreTaken() {
        Recipe recipe =
                environment(
                        Map.of(
                                "LABEL_FIELD",
                                " 7 ",
                                "MAX_WORKERS",
                                "3",
                                "ENABLE_TRUE_STREAMING",
                                "True",
                                "OUTPUT_FORMAT",
                                "CSV",
                                "RANDOM_SEED",
                                "99",
                                "SMOOTH_FACTOR",
                                "0.02"));
        assertThat(recipe.dataset().label()).as("a text, even of digits").isEqualTo("7");
        assertThat(recipe.run().workers()).isEqualTo(3);
        assertThat(recipe.run().mode()).isEqualTo(Mode.STREAMING);
        assertThat(recipe.run().seed()).isEqualTo(99);
        assertThat(recipe.output().format()).isEqualTo(OutputSettings.Format.CSV);
        assertThat(settings(recipe)).containsExactly("fields=[a] smoothFactor=0.02", "fields=[b] smoothFactor=0.02");
    }

    @Test
    void aVariableWhoseStrategyIsNotInTheRecipeOrThatIsBlankSaysNothing() {
        Recipe recipe =
                environment(
                        Map.of(
                                "TRAIN_RATIO",
                                "0.7",
                                "COLUMN_STRATEGY_AGE",
                                "median",
                                "STRATA_COLUMN",
                                "x",
                                "LABEL_FIELD",
                                " ",
                                "MAX_WORKERS",
                                ""));
        assertThat(recipe.document()).isEqualTo(set().document());
    }

    @Test
    void aMistakeInAVariableIsNamedByIt() {
        RecipeException refused =
                catchThrowableOfType(RecipeException.class, () -> environment(Map.of("MAX_WORKERS", "many")));
        assertThat(refused.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.place()).hasToString("environment variable MAX_WORKERS"));
    }

    @Test
    void otherSettingsKeepTheirPlacesInTheFile() {
        Recipe recipe = set("run.workers=1");
        assertThat(recipe.places().of("/dataset/label")).hasToString("/recipe.json, line 3");
        assertThat(recipe.places().of("/run/workers")).hasToString("--set run.workers=1");
    }

    private static List<String> settings(Recipe recipe) {
        return recipe.strategies().stream()
                .map(entry -> entry.settings().toString())
                .map(text -> text.replaceAll(".*(fields=\\[.\\]).*(smoothFactor=[\\d.]+).*", "$1 $2"))
                .toList();
    }

    private Recipe set(String... assignments) {
        return read(RecipeOverrides.ofAssignments(Arrays.asList(assignments)));
    }

    private Recipe environment(Map<String, String> variables) {
        return read(RecipeOverrides.ofEnvironment(variables));
    }

    private Recipe read(RecipeOverrides overrides) {
        return new RecipeReader(Engine.STRATEGIES).read(Tree.write(files.getPath("/recipe.json"), RECIPE), overrides);
    }

    private List<Problem> refused(String assignment) {
        RecipeException refused = catchThrowableOfType(RecipeException.class, () -> set(assignment));
        assertThat(refused).as(assignment).isNotNull();
        return refused.problems();
    }
}
