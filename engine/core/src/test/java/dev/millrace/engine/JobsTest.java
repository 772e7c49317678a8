package dev.millrace.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;

import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.EngineException;
import dev.millrace.engine.problem.RecipeException;
import dev.millrace.engine.problem.StorageException;
import dev.millrace.engine.testing.RandomDataset;
import dev.millrace.engine.testing.RandomDatasets;
import dev.millrace.engine.testing.RecipeText;
import dev.millrace.engine.testing.Runs;
import dev.millrace.engine.testing.Seeds;
import dev.millrace.engine.testing.Tree;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Jobs that fit nothing: they load what a training run has learned.
class JobsTest {

    @AutoClose private final FileSystem files = Jimfs.newFileSystem(Configuration.unix());

    private final Path in = files.getPath("/in");
    private final Path trained = files.getPath("/trained");
    private final Path out = files.getPath("/out");

    @Seeds(count = 40)
    void aJobReproducesTheCellsOfTheTrainingRun(long seed) throws IOException {
        RandomDataset dataset = RandomDatasets.write(seed, in);
        RecipeText recipe = dataset.recipe(trained, "countThreshold", seed % 5, "maxUniqueThreshold", 20);
        Runs.done(recipe.streaming(2));
        String job = List.of("validation", "testing", "calibration").get((int) (seed % 3));
        Path train = dataset.files().size() > 1 || Files.isDirectory(in.resolve("train")) ? in.resolve("train") : in;
        Runs.done(again(dataset, train, seed).job(job, trained).streaming(3), new BlockSize(30, 2));
        assertThat(bodies(out, job)).isEqualTo(bodies(trained, "train"));
        assertThat(Tree.files(out.resolve("model"))).isEqualTo(Tree.files(trained.resolve("model")));
    }

    private RecipeText again(RandomDataset dataset, Path folder, long seed) {
        RandomDataset only =
                new RandomDataset(
                        folder,
                        dataset.files(),
                        dataset.columns(),
                        dataset.label(),
                        dataset.positiveLabel(),
                        dataset.missing(),
                        dataset.fields());
        return only.recipe(out, "countThreshold", seed % 5, "maxUniqueThreshold", 20);
    }

    /// The output shards of a split by their names alone.
    private static SortedMap<String, String> bodies(Path output, String split) {
        return new TreeMap<>(Tree.files(output.resolve(split)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"validation", "testing", "calibration"})
    void onlyTheFolderOfTheJobIsRead(String job) {
        train();
        for (String split : List.of("train", "val", "validation", "testing", "calibration")) {
            Tree.write(files.getPath("/new", split, "part-3.csv"), "f,label\nx,1\nnew,0\n,\n");
        }
        RecipeText recipe = RecipeText.of(files.getPath("/new"), out).label("label").riskTable(List.of("f"), "1");
        Runs.done(recipe.job(job, trained).streaming(1));
        assertThat(Tree.results(out).keySet())
                .containsExactlyInAnyOrder(
                        "_SUCCESS", "model/risk_table_map.json", "model/risk_table_map.pkl", job + "/part-00003.csv");
        assertThat(Tree.bytes(out.resolve(job + "/part-00003.csv"))).isEqualTo("f,label\n1.0,1\n0.5,0\n0.5,\n");
    }

    @Test
    void batchNamesItsFileAfterTheJob() {
        train();
        Runs.done(recipe(out).job("testing", trained.resolve("model")).batch());
        assertThat(Tree.bytes(out.resolve("testing.csv"))).isEqualTo("f,label\n1.0,1\n0.0,0\n");
    }

    @Test
    void twoRiskTablesOfOneRecipeAreBothLoadedAgain() {
        Tree.write(in.resolve("part-1.csv"), "f,g,label\nx,u,1\ny,v,0\n");
        RecipeText recipe = recipe(trained).riskTable(List.of("g"), "1", "countThreshold", 1);
        Runs.done(recipe.batch());
        assertThat(Tree.results(trained).keySet())
                .contains("model/risk_table_map.json", "model/risk_table_map.pkl")
                .contains("model/risk_table_map-2.json", "model/risk_table_map-2.pkl");
        assertThat(Tree.bytes(trained.resolve("model/risk_table_map.json"))).contains("\"f\"").doesNotContain("\"g\"");
        assertThat(Tree.bytes(trained.resolve("model/risk_table_map-2.json")))
                .contains("\"g\"")
                .doesNotContain("\"f\"");
        Runs.done(recipe(out).riskTable(List.of("g"), "1", "countThreshold", 1).job("testing", trained).batch());
        assertThat(Tree.bytes(out.resolve("testing.csv"))).isEqualTo(Tree.bytes(trained.resolve("train.csv")));
    }

    @Test
    void artifactsAreLoadedFromPicklesWhereThereIsNoJson() throws IOException {
        Tree.write(in.resolve("part-1.csv"), "f,g,label\n1,u,1\n2.5,v,0\n");
        RecipeText second = recipe(trained).riskTable(List.of("g"), "1", "countThreshold", 1);
        Runs.done(second.batch());
        Files.delete(trained.resolve("model/risk_table_map.json"));
        Files.delete(trained.resolve("model/risk_table_map-2.json"));
        Runs.done(recipe(out).riskTable(List.of("g"), "1", "countThreshold", 1).job("testing", trained).batch());
        assertThat(Tree.bytes(out.resolve("testing.csv"))).isEqualTo(Tree.bytes(trained.resolve("train.csv")));
    }

    /// The first one's table must not be taken for the second one's.
    @Test
    void aSecondRiskTableThatWasNeverFittedIsMissed() {
        train();
        RecipeText recipe = recipe(out).riskTable(List.of("label2"), "1");
        Tree.write(in.resolve("part-1.csv"), "f,label2,label\nx,x,1\n");
        assertThat(Runs.failure(recipe.job("testing", trained).batch()))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("risk_table_map-2");
    }

    @Test
    void withoutArtifactsAJobIsRefused() {
        train();
        EngineException refused = Runs.failure(recipe(out).job("validation", files.getPath("")));
        assertThat(refused).hasMessageContaining("artifact");
        assertThat(Tree.names(out)).isEmpty();
    }

    @Test
    void aRecipeThatNamesNoArtifactsIsRefusedWhenItIsPlanned() {
        train();
        Path recipe =
                Tree.write(
                        files.getPath("/r.json"),
                        """
                        {"version": 1, "job": "testing", "dataset": {"path": "in", "label": "label"}, "output": {"path": "out"},
                         "strategies": [{"strategy": "risk-table-mapping", "fields": ["f"]}]}
                        """);
        Engine engine = new Engine();
        Throwable refused = catchThrowable(() -> engine.plan(engine.readRecipe(recipe)));
        assertThat(refused)
                .isInstanceOf(RecipeException.class)
                .hasMessageContaining("testing job needs the artifacts of a training run")
                .hasMessageContaining("artifacts.input");
    }

    @Test
    void artifactsThatAreNotThereAreAnErrorWithARemedy() {
        train();
        EngineException failure = Runs.failure(recipe(out).job("validation", files.getPath("/elsewhere")));
        assertThat(failure)
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("/elsewhere")
                .hasMessageContaining("risk_table_map.json")
                .hasMessageContaining("artifacts.input");
        assertThat(Tree.names(out)).isEmpty();
    }

    @Test
    void artifactsThatAreSomethingElseAreAnError() {
        train();
        Tree.write(files.getPath("/other/risk_table_map.json"), "{\"f\": [1]}");
        assertThat(Runs.failure(recipe(out).job("validation", files.getPath("/other"))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("no risk table");
        assertThat(Tree.names(out)).isEmpty();
    }

    @Test
    void theDataOfAJobMayHaveUndecodableAndUnknownValues() {
        train();
        Tree.write(in.resolve("part-1.csv"), "f,label\n\u00FF,1\nnew,1\n".getBytes(StandardCharsets.ISO_8859_1));
        Runs.done(recipe(out).job("testing", trained).batch());
        assertThat(Tree.bytes(out.resolve("testing.csv"))).isEqualTo("f,label\n0.5,1\n0.5,1\n");
    }

    private void train() {
        Tree.write(in.resolve("part-1.csv"), "f,label\nx,1\ny,0\n");
        Runs.done(recipe(trained).batch());
    }

    private RecipeText recipe(Path output) {
        return RecipeText.of(in, output).label("label").riskTable(List.of("f"), "1", "countThreshold", 1);
    }
}
