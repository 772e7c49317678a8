package dev.millrace.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.problem.RecipeException;
import dev.millrace.engine.testing.RecipeText;
import dev.millrace.engine.testing.Runs;
import dev.millrace.engine.testing.Tree;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Removing results deletes what the run wrote, and nothing else.
class RemovalTest {

    @TempDir private Path folder;

    private Path output;

    @BeforeEach
    void run() {
        Tree.write(folder.resolve("in/part-00001.csv"), "a,label\n1,0\n2,1\n3,0\n4,1\n5,0\n6,1\n");
        output = folder.resolve("out");
        Runs.done(RecipeText.of(folder.resolve("in"), output).label("label").strategy("tabular-split").streaming(1));
    }

    @Test
    void everythingThatTheRunWroteIsRemovedAndTheFolderWithIt() {
        Removal removal = Removal.of(output);
        assertThat(removal.files()).containsExactlyInAnyOrderElementsOf(Tree.files(output).keySet());
        assertThat(removal.others()).isEmpty();
        removal.delete();
        assertThat(output).doesNotExist();
        assertThat(folder.resolve("in/part-00001.csv")).exists();
    }

    @Test
    void whatSomebodyElsePutThereStays() {
        Tree.write(output.resolve("train/notes.txt"), "mine");
        Tree.write(output.resolve("report.html"), "mine");
        Removal removal = Removal.of(output);
        assertThat(removal.others()).containsExactly("report.html", "train/notes.txt");
        removal.delete();
        assertThat(Tree.files(output)).containsOnlyKeys("report.html", "train/notes.txt");
    }

    @Test
    void aFolderWithoutAFinishedRunIsRefused() throws IOException {
        assertThatThrownBy(() -> Removal.of(folder)).isInstanceOf(RecipeException.class);
        Files.delete(output.resolve("_SUCCESS"));
        assertThatThrownBy(() -> Removal.of(output)).isInstanceOf(RecipeException.class);
        assertThat(output.resolve("_run/manifest.json")).exists();
    }

    @Test
    void aFolderThatChangedSinceItWasLookedAtIsLeftAlone() throws IOException {
        Removal removal = Removal.of(output);
        Files.delete(output.resolve("train/part-00001.csv"));
        assertThatThrownBy(removal::delete).isInstanceOf(RecipeException.class);
        assertThat(output.resolve("_SUCCESS")).exists();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void linksAreNotFollowed() throws IOException {
        Path elsewhere = Tree.write(folder.resolve("elsewhere/part-00001.csv"), "precious");
        Files.delete(output.resolve("train/part-00001.csv"));
        Files.createSymbolicLink(output.resolve("train/part-00001.csv"), elsewhere);
        assertThatThrownBy(() -> Removal.of(output)).isInstanceOf(RecipeException.class).hasMessageContaining("link");
        assertThat(elsewhere).exists();
    }
}
