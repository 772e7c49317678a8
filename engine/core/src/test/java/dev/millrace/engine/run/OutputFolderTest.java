package dev.millrace.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;

import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.problem.EngineException;
import dev.millrace.engine.problem.RecipeException;
import dev.millrace.engine.testing.RecipeText;
import dev.millrace.engine.testing.Runs;
import dev.millrace.engine.testing.Tree;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// What may and may not happen to an output folder and to what is in it already.
class OutputFolderTest {

    @AutoClose private final FileSystem files = Jimfs.newFileSystem(Configuration.unix());

    private final Path in = files.getPath("/in");
    private final Path out = files.getPath("/deep/er/out");

    @BeforeEach
    void writeData() throws IOException {
        Tree.write(in.resolve("part-1.csv"), "f,label\nx,1\ny,0\n");
        Tree.write(in.resolve("part-2.csv"), "f,label\nx,1\n");
        Files.createDirectory(files.getPath("/deep"));
        Files.createDirectory(files.getPath("/deep/er"));
    }

    @Test
    void aFinishedRunHasAllItsFilesAndNothingElse() {
        Runs.done(recipe().streaming(2));
        assertThat(Tree.files(out).keySet())
                .containsExactly(
                        "_SUCCESS",
                        "_run/events.jsonl",
                        "_run/journal.jsonl",
                        "_run/manifest.json",
                        "_run/recipe.json",
                        "model/risk_table_map.json",
                        "model/risk_table_map.pkl",
                        "train/part-00001.csv",
                        "train/part-00002.csv");
        assertThat(Tree.bytes(out.resolve("_SUCCESS"))).isEmpty();
    }

    @Test
    void anOutputPathThatIsAFileIsRefused() {
        Tree.write(out, "mine");
        assertThat(refused(recipe())).hasMessageContaining("is a file").hasMessageContaining("output.path");
        assertThat(Tree.bytes(out)).isEqualTo("mine");
    }

    @Test
    void aFolderBelowAFileIsRefused() {
        Tree.write(out, "mine");
        EngineException failure =
                Runs.failure(
                        RecipeText.of(in, out.resolve("below"), files.getPath("/r.json"))
                                .label("label")
                                .riskTable(List.of("f"), "1"));
        assertThat(failure.problems()).hasSize(1);
        assertThat(Tree.bytes(out)).isEqualTo("mine");
    }

    /// Nothing is taken for a leftover of ours in a folder that is not ours.
    @Test
    void aFolderWithSomethingElseInItIsRefusedAndLeftAsItIs() throws IOException {
        Tree.write(out.resolve("thesis.txt"), "mine");
        Tree.write(out.resolve("train/photo.jpg"), "mine");
        Tree.write(out.resolve(".download.partial"), "mine");
        Tree.write(out.resolve("model/.download.partial"), "mine");
        Files.createDirectory(out.resolve("test"));
        List<String> before = Tree.names(out);
        for (RecipeText recipe : List.of(recipe(), recipe().overwriting())) {
            assertThat(refused(recipe)).hasMessageContaining("not empty").hasMessageContaining("empty or new folder");
            assertThat(Tree.names(out)).isEqualTo(before);
        }
    }

    @Test
    void resultsOfAnEarlierRunAreKeptUnlessOverwritingIsAskedFor() {
        Runs.done(recipe());
        SortedMap<String, String> before = Tree.files(out);
        assertThat(refused(recipe())).hasMessageContaining("earlier run").hasMessageContaining("overwrite");
        assertThat(Tree.files(out)).isEqualTo(before);
    }

    @Test
    void overwritingReplacesTheEarlierRunsFilesAndNothingElse() throws IOException {
        Tree.write(in.resolve("part-3.csv"), "f,label\nz,0\n");
        Runs.done(recipe().streaming(1));
        Tree.write(out.resolve("notes.txt"), "mine");
        Tree.write(out.resolve("train/notes.txt"), "mine");
        Files.delete(in.resolve("part-3.csv"));
        Runs.done(recipe().streaming(1).overwriting());
        assertThat(Tree.results(out).keySet())
                .containsExactly(
                        "_SUCCESS",
                        "model/risk_table_map.json",
                        "model/risk_table_map.pkl",
                        "notes.txt",
                        "train/notes.txt",
                        "train/part-00001.csv",
                        "train/part-00002.csv");
    }

    @Test
    void overwritingInTheOtherModeRemovesTheFolderThatGetsEmpty() {
        Runs.done(recipe().streaming(1));
        Runs.done(recipe().batch().overwriting());
        assertThat(Tree.names(out)).contains("train.csv").doesNotContain("train");
        Runs.done(recipe().streaming(1).overwriting());
        assertThat(Tree.names(out)).contains("train/part-00001.csv").doesNotContain("train.csv");
    }

    @Test
    void aFailedOverwriteLeavesTheEarlierRunWhole() {
        Runs.done(recipe().streaming(1));
        SortedMap<String, String> before = Tree.files(out);
        Tree.write(in.resolve("part-2.csv"), "f,label\nx\n");
        Runs.failure(recipe().streaming(1).overwriting());
        assertThat(Tree.files(out)).isEqualTo(before);
    }

    @Test
    void aFileOfTheUsersIsNeverReplaced() {
        Runs.done(recipe().batch());
        Tree.write(out.resolve("train/part-00002.csv"), "mine");
        EngineException failure = Runs.failure(recipe().streaming(1).overwriting());
        assertThat(failure).hasMessageContaining("train/part-00002.csv");
        assertThat(Tree.bytes(out.resolve("train/part-00002.csv"))).isEqualTo("mine");
        assertThat(Tree.names(out)).contains("train.csv", "_SUCCESS");
    }

    /// A manifest is a file that anybody may have written.
    @Test
    void aManifestThatNamesFilesElsewhereDeletesNothingThere() throws IOException {
        Runs.done(recipe().batch());
        Path precious = Tree.write(files.getPath("/deep/er/precious.txt"), "mine");
        Path absolute = Tree.write(files.getPath("/precious.txt"), "mine");
        Path manifest = out.resolve("_run/manifest.json");
        String forged =
                Files.readString(manifest)
                        .replaceFirst(
                                "\"outputs\"\\s*:\\s*\\[",
                                "$0 {\"path\": \"../precious.txt\"}, {\"path\": \"/precious.txt\"},");
        assertThat(forged).contains("../precious.txt");
        Files.writeString(manifest, forged);
        Runs.run(recipe().batch().overwriting().read(), BlockSize.DEFAULT);
        assertThat(precious).exists();
        assertThat(absolute).exists();
    }

    @Test
    void leftoversOfAKilledRunAreRemoved() {
        Tree.write(out.resolve("train/.part-00001.csv.partial"), "half");
        Tree.write(out.resolve("val/.part-00009.csv.partial"), "half");
        Tree.write(out.resolve("model/.risk_table_map.json.partial"), "half");
        Tree.write(out.resolve("_run/.events.jsonl.partial"), "half");
        Tree.write(out.resolve(".test.csv.partial"), "half");
        Runs.done(recipe().streaming(2));
        assertThat(Tree.names(out)).noneMatch(name -> name.contains("partial") || name.startsWith("val"));
        assertThat(out.resolve("train/part-00001.csv")).exists();
    }

    @Test
    void leftoversOfAKilledOverwriteAreRemovedToo() {
        Runs.done(recipe().streaming(1));
        Tree.write(out.resolve("train/.part-00001.csv.partial"), "half");
        Runs.done(recipe().streaming(1).overwriting());
        assertThat(Tree.names(out)).noneMatch(name -> name.contains("partial"));
    }

    @Test
    void aFailedRunRemovesTheFoldersItMadeButNotThoseThatWereThere() throws IOException {
        Tree.write(in.resolve("part-2.csv"), "f,label\nx\n");
        Path deeper = files.getPath("/deep/er/and/deeper/out");
        Runs.failure(RecipeText.of(in, deeper, files.getPath("/r.json")).label("label").riskTable(List.of("f"), "1"));
        assertThat(Tree.names(files.getPath("/deep"))).containsExactly("er");
        Files.createDirectory(out);
        Runs.failure(recipe());
        assertThat(Tree.names(files.getPath("/deep")))
                .contains("er", "er/out")
                .noneMatch(name -> name.startsWith("er/out/"));
    }

    @Test
    void onARealDiskTheResultsAreTheSame(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("in"));
        for (String shard : List.of("part-1.csv", "part-2.csv")) {
            Tree.write(folder.resolve("in").resolve(shard), Files.readAllBytes(in.resolve(shard)));
        }
        Runs.done(
                RecipeText.of(folder.resolve("in"), folder.resolve("out"))
                        .label("label")
                        .riskTable(List.of("f"), "1")
                        .streaming(2));
        Runs.done(recipe().streaming(2));
        Map<String, String> onDisk = Tree.results(folder.resolve("out"));
        assertThat(onDisk).isEqualTo(Tree.results(out));
    }

    private RecipeText recipe() {
        return RecipeText.of(in, out, files.getPath("/r.json")).label("label").riskTable(List.of("f"), "1");
    }

    private static EngineException refused(RecipeText recipe) {
        EngineException refused = Runs.failure(recipe);
        assertThat(refused).isInstanceOf(RecipeException.class);
        return refused;
    }
}
