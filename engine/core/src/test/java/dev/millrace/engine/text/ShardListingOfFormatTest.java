package dev.millrace.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.DatasetOptions;
import dev.millrace.engine.dataset.DialectOverrides;
import dev.millrace.engine.dataset.ShardFormat;
import dev.millrace.engine.testing.Tree;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Which files are the dataset.
final class ShardListingOfFormatTest {

    @TempDir private Path folder;

    @Test
    void shardsOfTwoFormatsAreAnErrorThatListsThem() {
        Tree.write(folder.resolve("data/part-00001.csv"), "f,label\na,1\n");
        Tree.write(folder.resolve("data/part-00002.csv.gz"), "");
        Tree.write(folder.resolve("data/part-00003.tsv"), "f\tlabel\na\t1\n");

        assertThat(new TextRecipe(folder.resolve("data")).failure())
                .hasMessageContaining("2 .csv (part-00001.csv, …), 1 .tsv (part-00003.tsv)")
                .hasMessageContaining("dataset.format");
    }

    @Test
    void withAFormatTheOthersAreIgnored() {
        Tree.write(folder.resolve("data/part-00001.csv"), "f,label\na,1\n");
        Tree.write(folder.resolve("data/part-00001.tsv"), "f\tlabel\nb\t1\nc\t0\n");
        TextRecipe recipe = new TextRecipe(folder.resolve("data")).dataset("format", "tsv");
        recipe.done();

        assertThat(Tree.bytes(recipe.out("train/part-00001.tsv"))).isEqualTo("f\tlabel\n0.5\t1\n0.5\t0\n");
    }

    @Test
    void withAFormatASingleFileMayHaveAnyName() throws IOException {
        Path file = Tree.write(folder.resolve("adult.data"), "39, Private\n50, Self\n");
        DatasetOptions options = new DatasetOptions(ShardFormat.CSV, null, DialectOverrides.NONE, false);
        Dataset dataset = TextFiles.open(file, options);

        assertThat(TextFiles.values(dataset, BlockSize.DEFAULT))
                .containsExactly(List.of("39", "Private"), List.of("50", "Self"));
    }

    @Test
    void mistakesInTheDialectAreReportedTogether() {
        TextRecipe recipe =
                new TextRecipe(folder.resolve("data"))
                        .dialect(
                                "delimiter",
                                "a",
                                "quote",
                                "''",
                                "encoding",
                                "klingon",
                                "skipLines",
                                -1,
                                "header",
                                "yes");

        assertThat(recipe.failure().problems()).hasSizeGreaterThanOrEqualTo(1);
        assertThat(
                        recipe.dialect("delimiter", "a", "quote", "''", "encoding", "klingon", "skipLines", -1)
                                .failure()
                                .problems())
                .extracting(problem -> problem.finding())
                .hasSize(4)
                .anyMatch(finding -> finding.contains("no encoding 'klingon'"));
    }
}
