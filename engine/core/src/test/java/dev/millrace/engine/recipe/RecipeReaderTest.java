package dev.millrace.engine.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;

import dev.millrace.engine.Engine;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.problem.RecipeException;
import dev.millrace.engine.testing.Tree;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.util.List;

class RecipeReaderTest {

    private static final String SOUND =
            """
            {
              "version": 1,
              "name": "fraud training set",
              "dataset": { "path": "data/raw", "label": "label" },
              "strategies": [
                { "strategy": "risk-table-mapping", "fields": ["country", "device"] }
              ],
              "output": { "path": "../out/fraud" }
            }
            """;

    @AutoClose private final FileSystem files = Jimfs.newFileSystem(Configuration.unix());

    private final RecipeReader reader = new RecipeReader(Engine.STRATEGIES);
    private final Path folder = files.getPath("/home/recipes");

    @Test
    void everythingThatIsNotSaidHasItsDefault() {
        Recipe recipe = read(SOUND);
        assertThat(recipe.name()).isEqualTo("fraud training set");
        assertThat(recipe.job()).isEqualTo(Job.TRAINING);
        assertThat(recipe.dataset().label()).isEqualTo("label");
        assertThat(recipe.dataset().missing()).isNull();
        assertThat(recipe.artifacts().input()).isNull();
        assertThat(recipe.artifactsPath()).isNull();
        assertThat(recipe.output().overwrite()).isFalse();
        assertThat(recipe.run().mode()).isEqualTo(Mode.BATCH);
        assertThat(recipe.run().workers()).isZero();
        assertThat(recipe.run().seed()).isEqualTo(42);
        assertThat(recipe.strategies())
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.type().id()).isEqualTo("risk-table-mapping");
                    assertThat(entry.settings().toString())
                            .contains("fields=[country, device]", "positiveLabel=1", "smoothFactor=0.01")
                            .contains("countThreshold=5", "maxUniqueThreshold=100");
                });
    }

    @Test
    void pathsThatLeadOutOfTheRecipesFolderAreTold() {
        Recipe recipe = new Engine().readRecipe(Tree.write(folder.resolve("fraud.json"), SOUND));
        assertThat(recipe.pathsElsewhere()).containsExactly(entry("output.path", files.getPath("/home/out/fraud")));
        String all =
                SOUND.replace("\"data/raw\"", "\"a/../../raw\", \"signature\": \"/sig\"")
                        .replace("../out/fraud", "out")
                        .replace("\"strategies\"", "\"artifacts\": { \"input\": \"../model\" }, \"strategies\"");
        Recipe hostile = new Engine().readRecipe(Tree.write(folder.resolve("theirs.json"), all));
        assertThat(hostile.pathsElsewhere())
                .containsExactly(
                        entry("artifacts.input", files.getPath("/home/model")),
                        entry("dataset.path", files.getPath("/home/raw")),
                        entry("dataset.signature", files.getPath("/sig")));
    }

    @Test
    void pathsAreRelativeToTheRecipeFile() {
        Recipe recipe = new Engine().readRecipe(Tree.write(folder.resolve("fraud.json"), SOUND));
        assertThat(recipe.datasetPath()).isEqualTo(files.getPath("/home/recipes/data/raw"));
        assertThat(recipe.outputPath().normalize()).isEqualTo(files.getPath("/home/out/fraud"));
        Recipe absolute = read(SOUND.replace("data/raw", "/data/raw"));
        assertThat(absolute.datasetPath()).isEqualTo(files.getPath("/data/raw"));
    }

    @Test
    void aRecipeWrittenOutReadsAsTheSameRecipe() {
        Recipe recipe =
                read(
                        SOUND.replace(
                                "\"output\"",
                                "\"job\": \"validation\", \"artifacts\": { \"input\": \"x\" }, \"output\""));
        byte[] document = recipe.document();
        Recipe again = reader.parse(document, "again.json", folder);
        assertThat(again.document()).isEqualTo(document);
        assertThat(again.dataset()).isEqualTo(recipe.dataset());
        assertThat(again.job()).isEqualTo(Job.VALIDATION);
        assertThat(again.strategies()).isEqualTo(recipe.strategies());
        assertThat(again.artifacts()).isEqualTo(recipe.artifacts());
        assertThat(again.output()).isEqualTo(recipe.output());
        assertThat(again.run()).isEqualTo(recipe.run());
        assertThat(new String(document, StandardCharsets.UTF_8))
                .contains("\"batch\"", "\"smoothFactor\"", "\"validation\"");
    }

    @Test
    void everyMistakeIsReportedAtOnceWithItsLine() {
        RecipeException refused =
                refused(
                        """
                        {
                          "version": 2,
                          "datset": { },
                          "dataset": { "path": "", "lable": "y" },
                          "strategies": [
                            { "strategy": "risk-table-maping", "fields": ["a"] },
                            { "strategy": "risk-table-mapping",
                              "fields": [],
                              "smoothFactor": 2,
                              "countTreshold": 3,
                              "maxUniqueThreshold": "many" },
                            "risk-table-mapping",
                            { "fields": ["a"] }
                          ],
                          "output": { "path": 7,
                                      "overwrite": "yes" },
                          "run": { "mode": "stream",
                                   "workers": -1,
                                   "seed": 1.5 }
                        }
                        """);
        assertThat(refused.problems())
                .allSatisfy(problem -> assertThat(problem.remedy()).isNotBlank())
                .allSatisfy(problem -> assertThat(problem.place().source()).isEqualTo("recipe.json"))
                .extracting(problem -> problem.place().line())
                .containsExactlyInAnyOrder(2L, 3L, 4L, 4L, 6L, 8L, 9L, 10L, 11L, 12L, 13L, 15L, 16L, 17L, 18L, 19L);
        assertThat(refused)
                .hasMessageContaining("there is no setting 'datset'. Did you mean 'dataset'?")
                .hasMessageContaining("there is no setting 'lable'. Did you mean 'label'?")
                .hasMessageContaining("there is no strategy 'risk-table-maping'. Did you mean 'risk-table-mapping'?")
                .hasMessageContaining("there is no setting 'countTreshold'. Did you mean 'countThreshold'?")
                .hasMessageContaining("found \"stream\"")
                .hasMessageContaining("Did you mean 'streaming'?")
                .hasMessageContaining("found 2.0 but accepted are values from 0 to 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "version": 1                | "version": "1"              | a whole number
                    "version": 1                | "version": 1.0              | a whole number
                    "version": 1                | "version": null             | a whole number
                    "version": 1                | "version": 3                | accepted are values from 1 to 1
                    "version": 1,               | ``                          | 'version' is missing
                    "label": "label"            | "label": 1                  | a text
                    "label": "label"            | "missing": "NA"             | a list
                    "label": "label"            | "missing": ["NA", 3]        | a text
                    ["country", "device"]       | "country"                   | a list
                    ["country", "device"]       | [["country"]]               | a text
                    ["country", "device"]       | []                          | 'fields' is empty
                    ["country", "device"]       | null                        | a list
                    ["country", "device"]       | ["a"], "positiveLabel": 1   | a text
                    ["country", "device"]       | ["a"], "positiveLabel": ""  | 'positiveLabel' is empty
                    ["country", "device"]       | ["a"], "smoothFactor": -0.1 | accepted are values from 0 to 1
                    ["country", "device"]       | ["a"], "smoothFactor": 1e99 | accepted are values from 0 to 1
                    ["country", "device"]       | ["a"], "countThreshold": -1 | the least accepted value is 0
                    ["country", "device"]       | ["a"], "countThreshold": 5000000000 | a whole number
                    ["country", "device"]       | ["a"], "maxUniqueThreshold": 0 | the least accepted value is 1
                    "path": "../out/fraud"      | "paht": "x"                 | Did you mean 'path'?
                    { "path": "../out/fraud" }  | []                          | an object
                    { "path": "../out/fraud" }  | {}                          | 'path' is missing
                    """)
    void aWrongValueIsReportedWithWhatIsAccepted(String sound, String wrong, String expected) {
        assertThat(refused(SOUND.replace(sound, wrong))).hasMessageContaining(expected);
    }

    @Test
    void aRecipeWithoutStrategiesIsRefused() {
        assertThat(refused(SOUND.replaceAll("(?s)\\[\\s*\\{ \"strategy.*\\]\\s*\\}\\s*\\]", "[]")))
                .hasMessageContaining("'strategies' is empty");
    }

    @Test
    void aKeyTwiceIsAnErrorWithItsLine() {
        Problem problem = refused("{\n\"version\": 1,\n\"name\": \"a\",\n\"name\": \"b\" }").problems().getFirst();
        assertThat(problem.place().line()).isEqualTo(4);
        assertThat(problem.finding()).contains("name");
        assertThat(refused("{\"run\": {\n\"seed\": 1,\n\"seed\": 1 } }").problems().getFirst().place().line())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\n\"version\": 1,\n,",
                "{\n\"version\": 1,\n}",
                "{\n\n'version': 1}",
                "\n\nversion: 1",
                "{\n\n// c\n}"
            })
    void somethingElseThanJsonIsAnErrorWithItsLine(String text) {
        Problem problem = refused(text).problems().getFirst();
        assertThat(problem.place().line()).isEqualTo(3);
        assertThat(problem.finding()).startsWith("not valid JSON: ");
        assertThat(problem.remedy()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "[]", "null", "\"recipe\"", "1"})
    void aDocumentThatIsNoObjectIsRefused(String text) {
        assertThat(refused(text).problems()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {" x", " {}", ",", " ]"})
    void nothingMayFollowTheRecipe(String rest) {
        assertThat(refused(SOUND.strip() + rest).problems()).isNotEmpty();
    }

    @Test
    void hostileNestingIsAnErrorNotAStackOverflow() {
        assertThat(refused("[".repeat(100_000)).problems()).hasSize(1);
        assertThat(refused("{\"dataset\":".repeat(100_000)).problems()).hasSize(1);
    }

    @Test
    void aKeyWithASlashIsReportedOnItsLine() {
        RecipeException refused = refused(SOUND.replace("\"name\":", "\n\n\"na/me~\":"));
        assertThat(refused.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.place().line()).isEqualTo(5));
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        RecipeException refused =
                catchThrowableOfType(
                        RecipeException.class, () -> reader.read(files.getPath("/none.json"), RecipeOverrides.NONE));
        assertThat(refused).hasMessage("/none.json: there is no such file. Check the recipe's path.");
        refused =
                catchThrowableOfType(
                        RecipeException.class, () -> reader.read(files.getPath("/"), RecipeOverrides.NONE));
        assertThat(refused.problems()).hasSize(1);
    }

    @Test
    void byteOrderMarksAndUnknownCharactersAreNoTrouble() {
        assertThat(read("\uFEFF" + SOUND).name()).isEqualTo("fraud training set");
        assertThat(read(SOUND.replace("country", "größe 😀")).strategies().getFirst().settings().toString())
                .contains("größe 😀");
    }

    @Test
    void placesAreThoseOfTheSettings() {
        Recipe recipe = read(SOUND);
        assertThat(recipe.places().of("/dataset/label")).hasToString("recipe.json, line 4");
        assertThat(recipe.places().of("/strategies/0/fields/1")).hasToString("recipe.json, line 6");
        assertThat(recipe.places().of("/strategies/0/smoothFactor")).hasToString("recipe.json, line 6");
        assertThat(recipe.places().of("/artifacts/input")).hasToString("recipe.json, line 1");
        assertThat(List.of(RecipePlaces.UNSAVED.of("/dataset/label").source())).containsExactly("recipe/dataset/label");
    }

    private Recipe read(String text) {
        return reader.parse(text.getBytes(StandardCharsets.UTF_8), "recipe.json", folder);
    }

    private RecipeException refused(String text) {
        RecipeException refused = catchThrowableOfType(RecipeException.class, () -> read(text));
        assertThat(refused).as(text).isNotNull();
        return refused;
    }
}
