package dev.millrace.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;

import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.recipe.RecipeOverrides;
import dev.millrace.engine.testing.Tree;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.util.List;

/// Everything that is wrong before a run, at once: whoever mends one thing must not find the next only then.
class CheckTest {

    @AutoClose private final FileSystem files = Jimfs.newFileSystem(Configuration.unix());

    private final Path recipe = files.getPath("/recipe.json");

    @Test
    void sevenMistakesAreReportedAtOnce() {
        Tree.write(files.getPath("/in/part-1.csv"), "colour,size,label\nred,1,0\n");
        Tree.write(files.getPath("/out/thesis.txt"), "mine");
        Tree.write(
                recipe,
                """
                {
                  "version": 1,
                  "descripton": "a word nobody knows",
                  "dataset": { "path": "in", "label": "lable" },
                  "strategies": [
                    { "strategy": "risk-table-maping", "fields": ["size"] },
                    { "strategy": "risk-table-mapping", "fields": ["size"], "smoothFactor": 2 },
                    { "strategy": "risk-table-mapping", "fields": ["colour", "sise"] }
                  ],
                  "output": { "path": "out" },
                  "run": { "workers": -1 }
                }
                """);
        List<Problem> problems = check();
        assertThat(problems).allSatisfy(problem -> assertThat(problem.remedy()).isNotBlank());
        assertThat(problems)
                .extracting(problem -> problem.place().line() + " " + problem.finding())
                .satisfiesExactlyInAnyOrder(
                        found -> assertThat(found).startsWith("3 there is no setting 'descripton'"),
                        found -> assertThat(found).startsWith("4 there is no column 'lable'"),
                        found -> assertThat(found).startsWith("6 there is no strategy 'risk-table-maping'"),
                        found -> assertThat(found).startsWith("7 ").contains("accepted are values from 0 to 1"),
                        found -> assertThat(found).startsWith("8 there is no column 'sise'"),
                        found -> assertThat(found).startsWith("10 the output folder").contains("not empty"),
                        found -> assertThat(found).startsWith("11 "));
        assertThat(Tree.names(files.getPath("/out"))).containsExactly("thesis.txt");
    }

    @Test
    void aSoundRecipeHasNoProblemAndNothingIsWritten() {
        Tree.write(files.getPath("/in/part-1.csv"), "colour,label\nred,0\n");
        sound();
        assertThat(check()).isEmpty();
        assertThat(Tree.names(files.getPath("/out"))).isEmpty();
    }

    @Test
    void aMissingDatasetIsOneProblemBesideTheOthers() {
        Tree.write(files.getPath("/out"), "mine");
        sound();
        assertThat(check())
                .extracting(Problem::finding)
                .satisfiesExactlyInAnyOrder(
                        found -> assertThat(found).contains("there is no folder or file /in"),
                        found -> assertThat(found).contains("is a file"));
    }

    @Test
    void aDatasetWhoseShardsDoNotFitTogetherIsAProblem() {
        Tree.write(files.getPath("/in/part-1.csv"), "colour,label\nred,0\n");
        Tree.write(files.getPath("/in/part-2.csv"), "color,label\nred,0\n");
        sound();
        assertThat(check()).singleElement().satisfies(problem -> assertThat(problem.finding()).contains("differ"));
    }

    @Test
    void aRecipeThatIsNotThereIsAProblem() {
        assertThat(check())
                .singleElement()
                .satisfies(problem -> assertThat(problem.finding()).contains("there is no such file"));
    }

    @Test
    void aReplacedSettingIsCheckedInPlaceOfTheRecipes() {
        Tree.write(files.getPath("/in/part-1.csv"), "colour,label\nred,0\n");
        sound();
        RecipeOverrides other = RecipeOverrides.ofAssignments(List.of("dataset.label=lable"));
        assertThat(new Engine().check(recipe, other))
                .singleElement()
                .satisfies(problem -> assertThat(problem.place()).hasToString("--set dataset.label=lable"));
    }

    private void sound() {
        Tree.write(
                recipe,
                """
                {"version": 1, "dataset": {"path": "in", "label": "label"}, "output": {"path": "out"},
                 "strategies": [{"strategy": "risk-table-mapping", "fields": ["colour"]}]}
                """);
    }

    private List<Problem> check() {
        return new Engine().check(recipe, RecipeOverrides.NONE);
    }
}
