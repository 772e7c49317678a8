package dev.millrace.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.util.Objects.requireNonNull;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.BlockReader;
import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.block.Edits;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.recipe.BadRowPolicy;
import dev.millrace.engine.testing.OneShard;
import dev.millrace.engine.testing.Tree;
import dev.millrace.engine.text.CsvCodec;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Rows that a strategy rejects take the way of those that a reader finds to be bad.
final class RejectedRowsTest {

    private static final String TEXT = "a,b\n1,x\n\"2\n\",y\nbad\n3,z\n4,u\n";

    @TempDir private Path folder;

    @Test
    void rowsOfReaderAndStrategiesAreQuarantinedInOrder() throws IOException {
        String expected =
                "reason,source,line,column,row\n"
                        + "odd,part-00001.csv,3,b,\"\"\"2\n\"\",y\"\n"
                        + "the row has 1 field but the header has 2,part-00001.csv,5,,bad\n"
                        + "odd,part-00001.csv,7,b,\"4,u\"\n";
        for (BlockSize size : new BlockSize[] {new BlockSize(1, 1), new BlockSize(16, 2), BlockSize.DEFAULT}) {
            assertThat(quarantined(size, block -> block)).isEqualTo(expected);
            assertThat(quarantined(size, Block::retained)).isEqualTo(expected);
        }
    }

    private String quarantined(BlockSize size, UnaryOperator<Block> seen) throws IOException {
        Dataset dataset = OneShard.of(folder.resolve("in"), TEXT);
        OutputFolder out = new OutputFolder(folder.resolve("out"), Set.of());
        RejectedFiles files = new RejectedFiles(out, dataset, BadRowPolicy.QUARANTINE);
        Shard shard = dataset.shards().getFirst();
        try (RejectedRows rejected = files.of(shard);
                BlockReader reader = new CsvCodec().open(dataset, shard, Set.of(1), size)) {
            for (Block block = reader.next(); block != null; block = reader.next()) {
                Block current = seen.apply(block);
                rejected.add(current, rejecting(current));
            }
            files.keep(shard, requireNonNull(rejected.finish()).entry(shard.split()));
        }
        assertThat(files.written()).singleElement().satisfies(file -> assertThat(file.rows()).isEqualTo(3));
        String text = Tree.bytes(folder.resolve("out/rejected/.part-00001.csv.partial"));
        out.abandon();
        return text;
    }

    @Test
    void theFirstBadRowsAreToldWithTheirPlacesWhetherTheyAreKeptOrNot() throws IOException {
        String rows = "1,x\n2,y\nbad\n3,u\n4,y\n5,y\n6,y\n7,y\n8,x\n";
        Dataset dataset = OneShard.of(folder.resolve("in"), "a,b\n" + rows);
        for (BadRowPolicy policy : List.of(BadRowPolicy.SKIP, BadRowPolicy.QUARANTINE)) {
            OutputFolder out = new OutputFolder(folder.resolve("out"), Set.of());
            Shard shard = dataset.shards().getFirst();
            try (RejectedRows rejected = new RejectedFiles(out, dataset, policy).of(shard);
                    BlockReader reader = new CsvCodec().open(dataset, shard, Set.of(1), BlockSize.DEFAULT)) {
                for (Block block = reader.next(); block != null; block = reader.next()) {
                    rejected.add(block, rejecting(block));
                }
                assertThat(rejected.soFar().rows()).isEqualTo(7);
                assertThat(rejected.soFar().first())
                        .extracting(problem -> problem.place().line())
                        .containsExactly(3L, 4L, 5L, 6L, 7L);
                assertThat(rejected.soFar().first().getFirst().place().column()).isEqualTo("b");
            }
            out.abandon();
        }
    }

    @Test
    void whereNoBadRowIsAllowedTheFirstIsAnError() throws IOException {
        Dataset dataset = OneShard.of(folder.resolve("in"), "a,b\n1,x\n2,y\n");
        OutputFolder out = new OutputFolder(folder.resolve("out"), Set.of());
        Shard shard = dataset.shards().getFirst();
        try (RejectedRows rejected = new RejectedFiles(out, dataset, BadRowPolicy.FAIL).of(shard);
                BlockReader reader = new CsvCodec().open(dataset, shard, Set.of(1), BlockSize.DEFAULT)) {
            Block block = reader.next();
            assertThat(block).isNotNull();
            assertThatThrownBy(() -> rejected.add(block, rejecting(block)))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("line 3, column 'b': odd. Mend it.");
        }
    }

    /// Rejects every row with `y` or `u`, the last one first.
    private static Edits rejecting(Block block) {
        Edits edits = new Edits();
        edits.clear(Split.TRAIN, block.rows());
        for (int row = block.rows() - 1; row >= 0; row--) {
            if ("yu".contains(block.column(1).text(row))) {
                edits.reject(new Edits.Rejection(row, "b", "odd", "Mend it"));
            }
        }
        return edits;
    }
}
