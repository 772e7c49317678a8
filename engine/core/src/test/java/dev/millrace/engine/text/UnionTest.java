package dev.millrace.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.testing.Tree;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/// Shards whose columns differ.
final class UnionTest {

    @TempDir private Path folder;

    @BeforeEach
    void writeShards() {
        Tree.write(folder.resolve("data/part-00001.csv"), "f,label\na,1\nb,0\n");
        Tree.write(folder.resolve("data/part-00002.csv"), "");
        Tree.write(folder.resolve("data/part-00003.csv"), "note,\"label\",f\r\n\"x, y\",0,\"a\"\r\n");
        Tree.write(folder.resolve("data/part-00004.csv"), "label\n1\n\n0\n");
    }

    @Test
    void theDifferenceIsAnErrorThatNamesItAndTheWayOut() {
        assertThat(recipe().failure())
                .hasMessageContaining("part-00003.csv adds note")
                .hasMessageContaining("part-00004.csv lacks f")
                .hasMessageContaining("dataset.columns to union");
    }

    @Test
    void withUnionMissingColumnsAreMissingInEveryRow() {
        for (BlockSize size : List.of(new BlockSize(1, 1), BlockSize.DEFAULT)) {
            TextRecipe recipe = recipe().dataset("columns", "union").strategy("countThreshold", 1);
            recipe.strategy("smoothFactor", 0.0);
            recipe.done(size);

            assertThat(Tree.bytes(recipe.out("train/part-00001.csv"))).isEqualTo("f,label,note\n0.5,1,\n0.0,0,\n");
            assertThat(Tree.bytes(recipe.out("train/part-00003.csv"))).isEqualTo("f,label,note\n0.5,0,\"x, y\"\r\n");
            assertThat(Tree.bytes(recipe.out("train/part-00004.csv")))
                    .isEqualTo("f,label,note\n0.4,1,\n0.4,,\n0.4,0,\n");
            String streaming =
                    Tree.bytes(recipe.out("train/part-00001.csv"))
                            + body(recipe, "train/part-00003.csv")
                            + body(recipe, "train/part-00004.csv");
            recipe.run("mode", "batch").done(size);
            assertThat(Tree.bytes(recipe.out("train.csv"))).isEqualTo(streaming);
        }
    }

    @Test
    void columnsThatAreNotThereMayBeWrittenToAnotherFormat() {
        TextRecipe recipe = recipe().dataset("columns", "union").output("format", "tsv");
        recipe.done();

        assertThat(Tree.bytes(recipe.out("train/part-00003.tsv")))
                .startsWith("f\tlabel\tnote\n")
                .endsWith("\t0\tx, y\n");
    }

    private TextRecipe recipe() {
        return new TextRecipe(folder.resolve("data"));
    }

    private static String body(TextRecipe recipe, String name) {
        String text = Tree.bytes(recipe.out(name));
        return text.substring(text.indexOf('\n') + 1);
    }
}
