package dev.millrace.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.luben.zstd.ZstdOutputStream;

import dev.millrace.engine.problem.EngineException;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.testing.Tree;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPOutputStream;

/// Small files that stand for more than anybody should take: each ends in an error that names the limit. The same as in
/// the corpus of hostile files, for where that is absent.
final class LimitsTest {

    private static final int MANY = 40 << 20;

    @TempDir private Path folder;

    @Test
    void aCellOfFortyMebibytesIsABadRow() throws IOException {
        assertThat(outcome("part-1.csv.gz", gzip("a,b\n1,\"", "x", MANY)).told())
                .contains("line 2: a row is longer than 16 MiB");
        assertThat(outcome("part-1.jsonl.gz", gzip("{\"a\":\"", "x", MANY * 2)).told())
                .contains("line 1: a row is longer than 64 MiB");
    }

    @Test
    void aHeaderOfManyColumnsIsRefused() throws IOException {
        assertThat(outcome("part-1.csv.gz", gzip("a", ",b", 200_000)).told()).contains("more than 100000 columns");
        assertThat(outcome("part-1.csv.gz", gzip("a", ",b", MANY / 2)).told()).contains("the header is longer than");
    }

    @Test
    void manyRowsOfABombAreReadInASmallHeap() throws IOException {
        assertThat(outcome("part-1.csv.gz", gzip("a,b\n", "1,2\n", MANY / 4)).told()).isEqualTo(MANY / 4 + " rows");
    }

    @Test
    void aWindowOfTwoGibibytesIsRefused() throws IOException {
        byte[] frame = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, 0x04, (byte) ((31 - 10) << 3), 0x01, 0, 0};
        assertThat(outcome("part-1.csv.zst", frame).told()).contains("a window of more than 128 MiB, which is refused");

        ByteArrayOutputStream target = new ByteArrayOutputStream();
        try (ZstdOutputStream zstd = new ZstdOutputStream(target).setLong(27)) {
            zstd.write("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(outcome("part-1.csv.zst", target.toByteArray()).told()).isEqualTo("1 rows");
    }

    @Test
    void aFrameThatNeedsADictionaryIsRefused() throws IOException {
        byte[] frame = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, 0x21, 0x07, 0x00, 0x01, 0, 0};
        assertThat(outcome("part-1.csv.zst", frame).told()).contains("compressed with a dictionary");
    }

    @Test
    void deepNestingIsRefused() throws IOException {
        String deep = "[".repeat(100_000);
        assertThat(outcome("part-1.jsonl", ("{\"a\":" + deep + "}\n").getBytes(StandardCharsets.UTF_8)).told())
                .contains("values are nested more than 200 deep");
        assertThat(outcome("recipe_deep.json", deep.getBytes(StandardCharsets.UTF_8)).told()).contains("depth");
    }

    @Test
    void aNumberOfAMillionDigitsIsPassedThrough() throws IOException {
        String digits = "9".repeat(1_000_000);
        assertThat(outcome("part-1.csv", ("a\n" + digits + "\n").getBytes(StandardCharsets.UTF_8)).told())
                .isEqualTo("1 rows");
        assertThat(
                        outcome("recipe_long.json", ("{\"version\":" + digits + "}").getBytes(StandardCharsets.UTF_8))
                                .told())
                .contains("Number value length (1000000) exceeds the maximum allowed (1000");
    }

    @Test
    void anEndlessRecipeIsRefused() {
        Path recipe = Tree.write(folder.resolve("recipe.json"), " ".repeat((16 << 20) + 1));
        Problem problem =
                catchThrowableOfType(EngineException.class, () -> new Engine().readRecipe(recipe))
                        .problems()
                        .getFirst();
        assertThat(problem.finding()).isEqualTo("the file has more than 16 MiB, the most that is read of its kind");
    }

    /// Two footers that claim 2 GiB, by the largest and by a negative number; and one that is empty.
    @Test
    void aFooterThatIsLargerThanItsFileIsRefused() throws IOException {
        for (byte[] length : new byte[][] {{-1, -1, -1, 0x7F}, {0, 0, 0, -128}, {0, 0, 0, 0}}) {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            file.writeBytes("PAR1".getBytes(StandardCharsets.US_ASCII));
            file.writeBytes(length);
            file.writeBytes("PAR1".getBytes(StandardCharsets.US_ASCII));
            assertThat(outcome("part-1.parquet", file.toByteArray()).told()).contains("its footer is said to have ");
        }
    }

    /// It would fit into its file, which is sparse.
    @Test
    void aFooterOfMoreThan256MebibytesIsRefused() throws IOException {
        Path file = Tree.write(folder.resolve("part-1.parquet"), "PAR1");
        ByteBuffer tail = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putInt((256 << 20) + 1);
        tail.put("PAR1".getBytes(StandardCharsets.US_ASCII)).flip();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(tail, 300 << 20);
        }
        assertThat(HostileFile.outcome(file).told()).contains("its footer is said to have 268435457 bytes");
    }

    private HostileFile.Outcome outcome(String name, byte[] content) throws IOException {
        return HostileFile.outcome(Tree.write(folder.resolve(name), content));
    }

    /// A text that begins in some way and goes on with many times the same.
    private static byte[] gzip(String begin, String repeated, int times) throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        byte[] chunk = repeated.repeat(10_000).getBytes(StandardCharsets.UTF_8);
        try (OutputStream gzip = new GZIPOutputStream(target)) {
            gzip.write(begin.getBytes(StandardCharsets.UTF_8));
            for (int left = times; left > 0; left -= 10_000) {
                gzip.write(chunk, 0, Math.min(left, 10_000) * repeated.length());
            }
        }
        return target.toByteArray();
    }
}
