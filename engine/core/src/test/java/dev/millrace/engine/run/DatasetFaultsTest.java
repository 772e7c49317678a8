package dev.millrace.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;

import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.EngineException;
import dev.millrace.engine.problem.RecipeException;
import dev.millrace.engine.problem.StorageException;
import dev.millrace.engine.run.RunEvent.PassStarted;
import dev.millrace.engine.testing.RecipeText;
import dev.millrace.engine.testing.Runs;
import dev.millrace.engine.testing.Tree;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

/// Datasets that are not what the recipe says. Whatever the fault: a message that tells what to do, and no output.
class DatasetFaultsTest {

    @AutoClose private final FileSystem files = Jimfs.newFileSystem(Configuration.unix());

    private final Path in = files.getPath("/in");
    private final Path out = files.getPath("/out");

    @AfterEach
    void nothingIsLeftUnderAFinalName() {
        assertThat(Tree.files(out).keySet()).allMatch(name -> name.endsWith(".partial"));
    }

    @Test
    void aMisspeltFieldIsSuggestedTheNearestColumn() {
        shard("part-1.csv", "country,label\nx,1\n");
        assertThat(failure(recipe("contry")))
                .isInstanceOf(RecipeException.class)
                .hasMessageContaining("there is no column 'contry'")
                .hasMessageContaining("Did you mean 'country'?");
    }

    @Test
    void aMisspeltLabelIsSuggestedTheNearestColumn() {
        shard("part-1.csv", "f,label\nx,1\n");
        EngineException refused = failure(recipe("f").label("lable"));
        assertThat(refused)
                .isInstanceOf(RecipeException.class)
                .hasMessageContaining("there is no column 'lable'")
                .hasMessageContaining("Did you mean 'label'?");
        assertThat(refused.problems().getFirst().place().line()).isPositive();
    }

    @Test
    void aMissingLabelIsAskedFor() {
        shard("part-1.csv", "f,label\nx,1\n");
        assertThat(failure(recipe("f").label(null)))
                .isInstanceOf(RecipeException.class)
                .hasMessageContaining("needs a label")
                .hasMessageContaining("dataset.label");
    }

    @Test
    void columnsThatDifferAreListedWithTheirShards() {
        shard("part-1.csv", "f,g,label\nx,x,1\n");
        shard("part-2.csv", "g,label,f\nx,x,1\n");
        shard("part-3.csv", "f,label\nx,1\n");
        shard("part-4.csv", "f,g,h,label\nx,x,x,1\n");
        shard("part-5.csv", "F,g,label\nx,x,1\n");
        assertThat(failure(recipe("f")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("part-3.csv lacks g")
                .hasMessageContaining("part-4.csv adds h")
                .hasMessageContaining("part-5.csv lacks f and adds F")
                .hasMessageNotContaining("part-2.csv");
    }

    /// Shards of two splits may have one name.
    @Test
    void columnsThatDifferBetweenSplitsAreListedWithTheSplit() {
        shard("train/part-1.csv", "f,label\nx,1\n");
        shard("val/part-1.csv", "f,g,label\nx,x,1\n");
        assertThat(failure(recipe("f")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("val/part-1.csv adds g");
    }

    @Test
    void aShardNumberTwiceIsAnError() {
        shard("part-1.csv", "f,label\nx,1\n");
        shard("part-00001.csv", "f,label\nx,1\n");
        assertThat(failure(recipe("f")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("shard number 1 is used twice")
                .hasMessageContaining("part-1.csv")
                .hasMessageContaining("part-00001.csv");
    }

    @Test
    void aShardNumberBeyondAllNumbersIsAnError() {
        shard("part-99999999999.csv", "f,label\nx,1\n");
        assertThat(failure(recipe("f"))).isInstanceOf(DataException.class).hasMessageContaining("too large");
    }

    @Test
    void flatAndSplitShardsTogetherAreAnError() {
        shard("part-1.csv", "f,label\nx,1\n");
        shard("train/part-2.csv", "f,label\nx,1\n");
        assertThat(failure(recipe("f")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("both in the folder itself and in split folders");
    }

    @Test
    void aFolderWithoutShardsIsAnErrorThatSaysWhatAShardIs() {
        shard("data.csv", "f,label\nx,1\n");
        shard("part-1.txt", "f,label\nx,1\n");
        shard("part-.csv", "f,label\nx,1\n");
        assertThat(failure(recipe("f")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("no shards found")
                .hasMessageContaining("part-<digits>")
                .hasMessageContaining(".csv");
    }

    @Test
    void aDatasetThatIsNotThereIsAnError() {
        assertThat(failure(recipe("f")))
                .isInstanceOf(RecipeException.class)
                .hasMessageContaining("there is no folder or file /in")
                .hasMessageContaining("dataset.path");
    }

    @Test
    void aDatasetOfEmptyFilesIsAnError() {
        shard("part-1.csv", "");
        shard("part-2.csv", "\n\n");
        assertThat(failure(recipe("f")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("every shard is an empty file");
    }

    @Test
    void aDatasetOfHeadersHasNothingToFitOn() {
        shard("part-1.csv", "f,label\n");
        assertThat(failure(recipe("f"))).isInstanceOf(DataException.class).hasMessageContaining("no row to fit on");
    }

    @Test
    void aShardThatIsAFolderIsAnError() throws IOException {
        shard("part-1.csv", "f,label\nx,1\n");
        Files.createDirectory(in.resolve("part-2.csv"));
        assertThat(failure(recipe("f"))).isInstanceOf(EngineException.class).hasMessageContaining("part-2.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"streaming", "batch"})
    void aFileThatVanishesBetweenThePassesIsAnErrorWhereItIsReadAgain(String mode) throws IOException {
        shard("train/part-1.csv", "f,label\nx,1\n");
        shard("val/part-2.csv", "f,label\nx,1\n");
        Path victim = in.resolve(mode.equals("batch") ? "val/part-2.csv" : "train/part-1.csv");
        RecipeText recipe = mode.equals("batch") ? recipe("f").batch() : recipe("f").streaming(2);
        assertThat(failure(recipe, inPassTwo(() -> Files.delete(victim))))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining(victim.toString())
                .hasMessageContaining("there is no such file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"f,label\nx,0\n", "f,label\nx,1\nx,1\n", "f,label\n", ""})
    void aShardThatChangesBetweenThePassesIsAnError(String changed) {
        shard("part-1.csv", "f,label\nx,1\n");
        shard("part-2.csv", "f,label\nx,1\n");
        assertThat(failure(recipe("f").streaming(2), inPassTwo(() -> shard("part-2.csv", changed))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("/in/part-2.csv: the shard changed while the run was reading it");
    }

    /// Some writers keep the time of a file, and some file systems tell it in whole seconds only.
    @Test
    void aShardThatChangesBetweenThePassesButKeepsSizeAndTimeIsAnError() {
        shard("part-1.csv", "f,label\nx,1\n");
        RecipeText recipe = recipe("f").streaming(1);
        assertThat(
                        failure(
                                recipe,
                                inPassTwo(() -> {
                                    FileTime time = Files.getLastModifiedTime(in.resolve("part-1.csv"));
                                    shard("part-1.csv", "f,label\nx,0\n");
                                    Files.setLastModifiedTime(in.resolve("part-1.csv"), time);
                                })))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("/in/part-1.csv: the shard changed while the run was reading it")
                .hasMessageContaining("its content is another one than in the pass before");
    }

    @Test
    void aShardWhoseColumnsChangeBetweenThePassesIsAnEngineError() {
        shard("part-1.csv", "f,label\nx,1\n");
        assertThat(failure(recipe("f").streaming(1), inPassTwo(() -> shard("part-1.csv", "other,label\nx,1\n"))))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("/in/part-1.csv");
    }

    /// Something done to the files of a dataset.
    private interface Mischief {
        void play() throws IOException;
    }

    private static RunListener inPassTwo(Mischief mischief) {
        return event -> {
            if (event instanceof PassStarted started && started.pass() == 2) {
                try {
                    mischief.play();
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            }
        };
    }

    private static EngineException failure(RecipeText recipe, RunListener... listeners) {
        EngineException failure = Runs.failure(recipe, BlockSize.DEFAULT, listeners);
        assertThat(failure.problems()).allSatisfy(problem -> assertThat(problem.remedy()).isNotBlank());
        return failure;
    }

    private void shard(String name, String text) {
        Tree.write(in.resolve(name), text);
    }

    private RecipeText recipe(String field) {
        return RecipeText.of(in, out).label("label").riskTable(List.of(field), "1");
    }
}
