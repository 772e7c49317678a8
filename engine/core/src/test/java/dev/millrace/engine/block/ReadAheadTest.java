package dev.millrace.engine.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.format.ShardCodecs;
import dev.millrace.engine.run.ReaderThreads;
import dev.millrace.engine.testing.OneShard;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
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
    private Dataset dataset;

    @BeforeEach
    void writeShard() {
        dataset = OneShard.of(folder, "f,label\n" + "a,1\nb,0\n".repeat(50));
    }

    @Test
    void theBlocksAreThoseOfTheShardInOrder() throws IOException {
        assertThat(cells(new ReadAhead(reader(), new ReaderThreads(1)))).isEqualTo(cells(reader())).hasSize(102);
    }

    /// Bytes read and the hash are told as if nothing were read ahead.
    private static List<String> cells(BlockReader open) throws IOException {
        List<String> cells = new ArrayList<>();
        try (BlockReader reader = open) {
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
        BlockReader failing = new Failing(reader());
        assertThatThrownBy(() -> cells(new ReadAhead(failing, new ReaderThreads(1))))
                .isInstanceOf(IOException.class)
                .hasMessage("the cable was pulled");
    }

    @Test
    void aReaderThatIsClosedEarlyLeavesNoThread() throws IOException {
        try (BlockReader reader = new ReadAhead(reader(), new ReaderThreads(1))) {
            assertThat(reader.next()).isNotNull();
        }
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("millrace-worker"));
    }

    private BlockReader reader() throws IOException {
        return new ShardCodecs()
                .of(dataset.type().format())
                .open(dataset, dataset.shards().getFirst(), Set.of(0), SMALL);
    }

    private static final class Failing extends ForwardingReader {

        private int blocks;

        Failing(BlockReader reader) {
            super(reader);
        }

        @Override
        public @Nullable Block next() throws IOException {
            if (++blocks > 5) {
                throw new IOException("the cable was pulled");
            }
            return reader.next();
        }
    }
}
