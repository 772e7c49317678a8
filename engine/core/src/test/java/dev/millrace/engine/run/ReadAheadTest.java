package dev.millrace.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.BlockReader;
import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.format.ShardCodecs;
import dev.millrace.engine.testing.OneShard;
import dev.millrace.engine.testing.RecipeText;
import dev.millrace.engine.testing.Runs;
import dev.millrace.engine.testing.Tree;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Reading a few blocks ahead of the work.
class ReadAheadTest {

    private static final BlockSize SMALL = new BlockSize(64, 3);

    @TempDir private Path folder;

    @Test
    void theBlocksAreThoseOfTheShardInOrder() throws IOException {
        Dataset dataset = OneShard.of(folder.resolve("in"), text());
        BlockSource files = new ShardFiles(new ShardCodecs(), dataset, () -> SMALL);
        assertThat(cells(new ReadAhead(files), dataset)).isEqualTo(cells(files, dataset)).hasSize(102);
    }

    /// Bytes read and the hash are told as if nothing were read ahead.
    private static List<String> cells(BlockSource source, Dataset dataset) throws IOException {
        List<String> cells = new ArrayList<>();
        try (BlockReader reader = source.open(dataset.shards().getFirst(), Set.of(0))) {
            for (Block block = reader.next(); block != null; block = reader.next()) {
                for (int row = 0; row < block.rows(); row++) {
                    cells.add(block.column(0).text(row) + " at " + block.place(row));
                }
            }
            cells.add(String.valueOf(reader.bytesRead()));
            cells.add(reader.contentHash());
        }
        return cells;
    }

    @Test
    void aFailureIsThatOfTheReading() throws IOException {
        Dataset dataset = OneShard.of(folder.resolve("in"), text());
        BlockSource failing =
                (shard, columns) -> new Failing(new ShardFiles(new ShardCodecs(), dataset, () -> SMALL), shard);
        assertThatThrownBy(() -> cells(new ReadAhead(failing), dataset))
                .isInstanceOf(IOException.class)
                .hasMessage("the cable was pulled");
    }

    @Test
    void aReaderThatIsClosedEarlyLeavesNoThread() throws IOException {
        Dataset dataset = OneShard.of(folder.resolve("in"), text());
        BlockSource files = new ShardFiles(new ShardCodecs(), dataset, () -> SMALL);
        try (BlockReader reader = new ReadAhead(files).open(dataset.shards().getFirst(), Set.of(0))) {
            assertThat(reader.next()).isNotNull();
        }
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("millrace-worker"));
    }

    /// Two shards for five workers: what is written is the same as with one.
    @Test
    void moreWorkersThanShardsGiveTheSameBytes() {
        for (int shard = 1; shard <= 2; shard++) {
            Tree.write(folder.resolve("data/part-" + shard + ".csv"), text());
        }
        RecipeText one = recipe("one").streaming(1);
        RecipeText five = recipe("five").streaming(5);
        Runs.done(one, SMALL);
        Runs.done(five, SMALL);
        assertThat(Tree.results(folder.resolve("five"))).isEqualTo(Tree.results(folder.resolve("one")));
    }

    private RecipeText recipe(String output) {
        return RecipeText.of(folder.resolve("data"), folder.resolve(output))
                .label("label")
                .strategy("tabular-split", "trainRatio", 0.7)
                .riskTable(List.of("f"), "1");
    }

    private static String text() {
        StringBuilder text = new StringBuilder("f,label\n");
        for (int row = 0; row < 100; row++) {
            text.append((char) ('a' + row % 7)).append(',').append(row % 3 == 0 ? 1 : 0).append('\n');
        }
        return text.toString();
    }

    private static final class Failing implements BlockReader {

        private final BlockReader reader;
        private int blocks;

        Failing(BlockSource source, Shard shard) throws IOException {
            reader = source.open(shard, Set.of(0));
        }

        @Override
        public @Nullable Block next() throws IOException {
            if (++blocks > 5) {
                throw new IOException("the cable was pulled");
            }
            return reader.next();
        }

        @Override
        public long bytesRead() {
            return reader.bytesRead();
        }

        @Override
        public String contentHash() {
            return reader.contentHash();
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
