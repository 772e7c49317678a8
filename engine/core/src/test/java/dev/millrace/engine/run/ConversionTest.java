package dev.millrace.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.recipe.OutputSettings;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.engine.testing.RecipeText;
import dev.millrace.engine.testing.Runs;
import dev.millrace.engine.testing.Tree;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;

/// Output in another format than the input, by way of a strategy that may look at every column and then needs one.
class ConversionTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource(value = OutputSettings.Format.class, names = "SAME", mode = EnumSource.Mode.EXCLUDE)
    void everyCellIsWrittenThere(OutputSettings.Format format) {
        Tree.write(folder.resolve("in/part-00001.csv"), "id,name,age\n7,\"Fox, Chen\",30\n8,Haas,\n9,,50\n");

        done(format, "in", "there");
        done(OutputSettings.Format.CSV, "there/train", "back");

        assertThat(Tree.files(folder.resolve("back/train")).get("part-00001.csv").replace("40.0", "40"))
                .isEqualTo("id,name,age\n7,\"Fox, Chen\",30\n8,Haas,40\n9,,50\n");
    }

    private void done(OutputSettings.Format format, String input, String output) {
        Recipe recipe =
                RecipeText.of(folder.resolve(input), folder.resolve(output))
                        .strategy("missing-value-imputation", "text", "empty")
                        .streaming(1)
                        .read();
        OutputSettings settings = recipe.output();
        OutputSettings converted =
                new OutputSettings(settings.path(), format, settings.compression(), settings.overwrite());
        assertThat(Runs.run(recipe.with(converted), BlockSize.DEFAULT)).isInstanceOf(RunResult.Done.class);
    }
}
