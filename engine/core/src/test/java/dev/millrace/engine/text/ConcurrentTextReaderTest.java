package dev.millrace.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.BlockReader;
import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.Dialect;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.run.ReaderThreads;
import dev.millrace.engine.testing.OneShard;
import dev.millrace.engine.testing.Seeds;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Several threads at one file find what one would: the same rows and bad rows at the same places, in the same order.
class ConcurrentTextReaderTest {

    private static final List<String> CELLS =
            List.of("a", "", "7", "\"x\"", "\"x,y\"", "\"two\nlines\"", "\"say \"\"hi\"\"\"", "\"\r\n\"", "ä€😀");
    private static final List<String> ODD_CELLS = List.of("5\" pipe", "\"x\"y", "one,more", "\"\"\"", "\u0000");
    private static final List<String> LINE_BREAKS = List.of("\n", "\r\n", "\r");

    @TempDir private Path folder;

    @Seeds(count = 400)
    void rowsAreThoseOfOneThread(long seed) throws IOException {
        Random random = new Random(seed);
        boolean odd = random.nextBoolean();
        Dataset dataset = OneShard.of(folder, "k,v,w\n1,2,3\n" + text(random, odd));
        BlockSize size = new BlockSize(1 + random.nextInt(200), 1 + random.nextInt(5));
        Counted format = new Counted(dataset, size);
        try (BlockReader reader = format.open(1 + random.nextInt(4))) {
            assertThat(rows(reader)).isEqualTo(rows(new CsvCodec().open(dataset, shard(dataset), Set.of(0, 1), size)));
        }
        assertThat(format.fallenBack).as("readers of one thread").isLessThanOrEqualTo(1);
    }

    private static String text(Random random, boolean odd) {
        StringBuilder text = new StringBuilder();
        String lineBreak = LINE_BREAKS.get(random.nextInt(odd ? 3 : 2));
        for (int row = random.nextInt(200); row > 0; row--) {
            boolean oddRow = odd && random.nextInt(30) == 0;
            text.append(row).append(',').append(oneOf(random, oddRow ? ODD_CELLS : CELLS));
            text.append(',').append(oneOf(random, CELLS));
            text.append(row > 1 || random.nextBoolean() ? lineBreak : "");
            text.append(random.nextInt(40) == 0 ? lineBreak : "");
        }
        return text.toString();
    }

    private static String oneOf(Random random, List<String> cells) {
        return cells.get(random.nextInt(cells.size()));
    }

    private static List<String> rows(BlockReader reader) throws IOException {
        List<String> rows = new ArrayList<>();
        for (Block block = reader.next(); block != null; block = reader.next()) {
            for (int row = 0; row < block.rows(); row++) {
                rows.add(block.raw(row) + block.column(0).text(row) + block.column(1).text(row) + block.place(row));
            }
            block.badRows().forEach(bad -> rows.add("bad: " + bad));
        }
        rows.sort(null); // bad rows stand at their places among the others, but not in the same blocks
        rows.add(reader.contentHash() + reader.bytesRead());
        return rows;
    }

    /// Records of all kinds, blank lines among them, are found without help.
    @Test
    void textThatIsAsItShouldBeIsReadByAllThreads() throws IOException {
        Dataset dataset =
                OneShard.of(folder, "k,v,w\n" + "1,\"two\n\"\"lines\"\"\",ä\r\n2,,x\n\n".repeat(500) + "bad\n3,,\n");
        Counted format = new Counted(dataset, new BlockSize(100, 3));
        try (BlockReader reader = format.open(3)) {
            assertThat(rows(reader)).hasSize(1003);
        }
        assertThat(format.fallenBack).isZero();
    }

    @Test
    void aQuoteThatIsAPlainCharacterIsLeftToOneThread() throws IOException {
        Dataset dataset = OneShard.of(folder, "k,v,w\n" + "1,2,3\n".repeat(50) + "1,5\" pipe,\"x\ny\"\n".repeat(50));
        Counted format = new Counted(dataset, new BlockSize(100, 3));
        try (BlockReader reader = format.open(3)) {
            assertThat(rows(reader)).hasSize(101);
        }
        assertThat(format.fallenBack).isOne();
    }

    /// Nobody has to read a shard to its end; what it was read with ends with it.
    @Test
    void aReaderThatIsClosedEarlyLeavesNoThread() throws IOException {
        Dataset dataset = OneShard.of(folder, "k,v,w\n" + "1,2,3\n".repeat(5000));
        try (BlockReader reader = new Counted(dataset, new BlockSize(100, 3)).open(2)) {
            assertThat(reader.next()).isNotNull();
        }
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("millrace-worker-reader"));
    }

    @Test
    void aFailureComesAfterTheRowsBeforeIt() throws IOException {
        Dataset dataset = OneShard.of(folder, "k,v,w\n1,2,3\n4,5,6\n");
        TextRows rows = new Counted(dataset, new BlockSize(12, 3)).rows;
        TextSource failing =
                new TextSource() {
                    private int reads;

                    @Override
                    public int read(byte[] target, int from, int length) throws IOException {
                        if (++reads > 2) {
                            throw new IOException("the cable was pulled");
                        }
                        byte[] row = "1,2,3\n".getBytes(StandardCharsets.US_ASCII);
                        System.arraycopy(row, 0, target, from, row.length);
                        return row.length;
                    }

                    @Override
                    public long bytesRead() {
                        return 6L * reads;
                    }

                    @Override
                    public String contentHash() {
                        return "";
                    }

                    @Override
                    public void close() {}
                };
        LineNumbers lines = rows.layout().firstLine();
        try (BlockReader reader = new ConcurrentTextReader(rows, failing, 6, lines, new ReaderThreads(2))) {
            assertThat(reader.next()).isNotNull().extracting(Block::rows).isEqualTo(2);
            assertThatThrownBy(reader::next).isInstanceOf(IOException.class).hasMessage("the cable was pulled");
        }
    }

    private static Shard shard(Dataset dataset) {
        return dataset.shards().getFirst();
    }

    /// Counts how often what is left of a text is given to a reader of one thread.
    private static final class Counted implements ConcurrentTextReader.Format {

        private final TextRows rows;
        private int fallenBack;

        Counted(Dataset dataset, BlockSize size) throws IOException {
            TextHeader header = TextHeader.of(shard(dataset), Dialect.CSV).orElseThrow();
            TextLayout layout =
                    new TextLayout(shard(dataset), header, dataset.schema(), Set.of(0, 1), dataset.dialect());
            rows = new TextRows(layout, size);
        }

        BlockReader open(int threads) throws IOException {
            ShardText text = ShardText.open(rows.layout().shard(), rows.layout().dialect().encoding());
            text.readOver(rows.layout().header().end());
            return new ConcurrentTextReader(
                    this, text, rows.layout().header().end(), rows.layout().firstLine(), new ReaderThreads(threads));
        }

        @Override
        public char quote() {
            return rows.quote();
        }

        @Override
        public TextPiece newPiece() {
            return rows.newPiece();
        }

        @Override
        public BlockReader read(TextSource text, long offset, LineNumbers lines) {
            fallenBack++;
            return rows.read(text, offset, lines);
        }
    }
}
