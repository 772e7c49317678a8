package dev.millrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class GenerateCommandTest {

    @TempDir private Path folder;

    @Test
    void aDatasetIsWrittenAndItsRecipeRuns() {
        Path data = folder.resolve("data");
        Path recipe = folder.resolve("recipes/fraud.json");

        Cli.Outcome generated = Cli.run("generate", data, "--rows", "2_000", "--shards", 4, "--recipe", recipe);

        assertThat(generated.exitCode()).isZero();
        assertThat(generated.err()).isEmpty();
        assertThat(generated.out())
                .contains(" 100 %  2,000 rows", "Wrote 2,000 rows in 4 shards (", "to " + data, "Recipe: " + recipe);
        assertThat(data.resolve("part-00004.csv")).exists();
        assertThat(recipe).content().contains("\"../data\"");
        assertThat(Cli.run("run", recipe).out()).containsPattern("rows in +2,000\\R");
    }

    @Test
    void theRecipeMayLieInTheFolderOfTheShards() {
        Cli.run("generate", folder, "--rows", 100, "--shards", 2, "--recipe", folder.resolve("fraud.json"));

        assertThat(Cli.run("run", folder.resolve("fraud.json")).exitCode()).isZero();
    }

    @Test
    void theSeedDecidesOnTheBytes() throws IOException {
        for (String name : new String[] {"one", "same"}) {
            Cli.run("generate", folder.resolve(name), "--rows", "1k", "--shards", 2, "--seed", 7, "--workers", 2);
        }
        Cli.run("generate", folder.resolve("other"), "--rows", "1k", "--shards", 2, "--seed", 8);

        String shard = "part-00002.csv";
        assertThat(folder.resolve("one").resolve(shard)).hasSameBinaryContentAs(folder.resolve("same").resolve(shard));
        assertThat(Files.mismatch(folder.resolve("one").resolve(shard), folder.resolve("other").resolve(shard)))
                .isNotEqualTo(-1);
    }

    @Test
    void aFolderWithShardsIsRefusedAndLeftAlone() throws IOException {
        Path shard = Files.writeString(folder.resolve("part-00001.csv"), "mine");

        Cli.Outcome generated = Cli.run("generate", folder, "--rows", 10);

        assertThat(generated.exitCode()).isEqualTo(2);
        assertThat(generated.err()).startsWith("error: " + folder + ": there are part-* files in it.");
        assertThat(shard).hasContent("mine");
        assertThat(Project.filesIn(folder)).containsExactly("part-00001.csv");
    }

    @Test
    void aFileInPlaceOfTheFolderIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");

        Cli.Outcome generated = Cli.run("generate", file, "--rows", 10);

        assertThat(generated.exitCode()).isEqualTo(2);
        assertThat(generated.err()).contains("this is a file");
    }

    @Test
    void aFolderBelowAFileFails() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");

        Cli.Outcome generated = Cli.run("generate", file.resolve("data"), "--rows", 10);

        assertThat(generated.exitCode()).isEqualTo(1);
        assertThat(generated.err()).contains("cannot be written");
    }

    @Test
    void aRecipeThatExistsIsRefusedBeforeAnythingIsWritten() throws IOException {
        Path recipe = Files.writeString(folder.resolve("mine.json"), "mine");

        Cli.Outcome generated = Cli.run("generate", folder.resolve("data"), "--rows", 10, "--recipe", recipe);

        assertThat(generated.exitCode()).isEqualTo(2);
        assertThat(recipe).hasContent("mine");
        assertThat(Project.filesIn(folder)).containsExactly("mine.json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--rows=many", "--rows=-1", "--rows=1T", "--rows=99999999999G", "--shards=0", "--workers=-1"})
    void anUnusableValueIsAnError(String option) throws IOException {
        Cli.Outcome generated = Cli.run("generate", folder, option);

        assertThat(generated.exitCode()).isEqualTo(2);
        assertThat(generated.err()).startsWith("error: ").contains(option.substring(2, option.indexOf('=')));
        assertThat(Project.filesIn(folder)).isEmpty();
    }
}
