package dev.millrace.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.dataset.Compression;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.DatasetOptions;
import dev.millrace.engine.dataset.Dialect;
import dev.millrace.engine.dataset.DialectOverrides;
import dev.millrace.engine.dataset.FileType;
import dev.millrace.engine.dataset.ShardFormat;
import dev.millrace.engine.testing.Seeds;
import dev.millrace.engine.testing.Tree;

import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/// A text of any dialect, written as TSV, has the same values.
final class TranslationTest {

    private static final FileType TSV = FileType.of(ShardFormat.TSV, Compression.NONE).orElseThrow();

    @TempDir private Path folder;

    @Seeds(count = 150)
    void valuesSurviveAnotherDialect(long seed) throws IOException {
        RandomDialects random = new RandomDialects(new Random(seed));
        Dialect dialect = random.dialect();
        List<List<String>> rows = random.table(dialect);
        String signature = String.join(",", TextHeader.numbered(rows.getFirst().size()));
        Path names = Tree.write(folder.resolve("names"), signature);
        Path source = Tree.write(folder.resolve("in/part-00001.csv"), random.text(rows, dialect));
        Dataset dataset =
                TextFiles.open(source, new DatasetOptions(null, names, RandomDialects.said(dialect, false), false));
        byte[] written = TextFiles.written(dataset, TSV, new BlockSize(64, 7));
        DialectOverrides said = RandomDialects.said(Dialect.TSV, false);
        Path target = Tree.write(folder.resolve("out/part-00001.tsv"), written);

        assertThat(
                        TextFiles.values(
                                TextFiles.open(target, new DatasetOptions(null, names, said, false)),
                                BlockSize.DEFAULT))
                .as(dialect.inWords())
                .isEqualTo(rows);
    }
}
