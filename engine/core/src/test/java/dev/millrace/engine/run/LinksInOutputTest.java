package dev.millrace.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.testing.RecipeText;
import dev.millrace.engine.testing.Runs;
import dev.millrace.engine.testing.Tree;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Symbolic links that somebody put into an output folder lead nowhere.
@DisabledOnOs(OS.WINDOWS)
final class LinksInOutputTest {

    private static final String VICTIM = "not ours to change";

    @TempDir private Path folder;
    private RecipeText recipe;
    private Path outside;

    @BeforeEach
    void makeDatasetAndVictim() {
        Tree.write(folder.resolve("in/part-00001.csv"), "f,label\na,1\nb,0\n");
        outside = Tree.write(folder.resolve("outside/part-00001.csv"), VICTIM).getParent();
        recipe =
                RecipeText.of(folder.resolve("in"), folder.resolve("out"))
                        .label("label")
                        .riskTable(List.of("f"), "1")
                        .streaming(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"train", "model", "_run", "rejected", "anything"})
    void aLinkInPlaceOfAFolderIsRefused(String name) throws IOException {
        Runs.done(recipe);
        Path link = folder.resolve("out").resolve(name);
        if (Files.exists(link)) {
            Files.move(link, folder.resolve("moved"));
        }
        Files.createSymbolicLink(link, outside);

        assertThat(Runs.failure(recipe.overwriting())).hasMessageContaining("not ");
        assertThat(Tree.files(outside)).containsOnlyKeys("part-00001.csv").containsValue(VICTIM);
        assertThat(Files.isSymbolicLink(link)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "train/part-00001.csv",
                "train/.part-00001.csv.partial",
                "_run/manifest.json",
                "_run/.manifest.json.partial",
                "_SUCCESS",
                ".train.csv.partial"
            })
    void aLinkInPlaceOfAFileLeavesItsTargetAsItIs(String name) throws IOException {
        Runs.done(recipe);
        Path link = folder.resolve("out").resolve(name);
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, outside.resolve("part-00001.csv"));

        assertThat(Runs.failure(recipe.overwriting())).hasMessageContaining("not ");
        assertThat(Tree.files(outside)).containsOnlyKeys("part-00001.csv").containsValue(VICTIM);
    }
}
