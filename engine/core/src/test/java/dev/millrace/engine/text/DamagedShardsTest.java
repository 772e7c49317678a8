package dev.millrace.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;

import dev.millrace.engine.dataset.Compression;
import dev.millrace.engine.dataset.DatasetOptions;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.EngineException;
import dev.millrace.engine.testing.Seeds;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;

/// Compressed shards as they lie on a disk, cut off or with one bit that is wrong: 100 cuts and 100 bits of a `.csv.gz`
/// and of a `.csv.zst` each end in an error that names the file, 400 of 400.
@TestInstance(Lifecycle.PER_CLASS)
final class DamagedShardsTest {

    private static final int ROWS = 4000;
    private static final int CASES = 100;

    /// Bits of a gzip header that say nothing of the content: whether it may be text, the time, how hard was tried, and
    /// the system (RFC 1952, 2.3). Nobody can tell a wrong one, and nothing is lost by it.
    private static final byte[] SAYS_NOTHING = HexFormat.of().parseHex("00000001ffffffffffff");

    @TempDir private Path folder;
    private byte[] text = new byte[0];
    private byte[] gzip = new byte[0];
    private byte[] zstd = new byte[0];

    @BeforeAll
    void writeShards() throws IOException {
        Random random = new Random(42);
        StringBuilder rows = new StringBuilder("id,amount,country,note\n");
        for (int row = 0; row < ROWS; row++) {
            rows.append(row)
                    .append(',')
                    .append(random.nextInt(100_000) / 100.0)
                    .append(',')
                    .append("DE,FR,IT,ES".split(",", -1)[random.nextInt(4)])
                    .append(",\"")
                    .append(Long.toString(random.nextLong(), 36))
                    .append("\"\n");
        }
        text = rows.toString().getBytes(StandardCharsets.UTF_8);
        gzip = TextFiles.compressed(text, Compression.GZIP);
        zstd = TextFiles.compressed(text, Compression.ZSTD);
    }

    @Test
    void wholeShardsAreRead() throws IOException {
        assertThat(rows(".csv.gz", gzip)).isEqualTo(ROWS);
        assertThat(rows(".csv.zst", zstd)).isEqualTo(ROWS);
    }

    @Seeds(count = CASES)
    void aCutOffGzipShardIsFound(long seed) throws IOException {
        assertRefused(".csv.gz", cut(gzip, seed));
    }

    @Seeds(count = CASES)
    void aCutOffZstdShardIsFound(long seed) throws IOException {
        assertRefused(".csv.zst", cut(zstd, seed));
    }

    @Seeds(count = CASES)
    void aWrongBitOfAGzipShardIsFound(long seed) throws IOException {
        assertRefused(".csv.gz", flipped(gzip, seed));
    }

    @Seeds(count = CASES)
    void aWrongBitOfAZstdShardIsFound(long seed) throws IOException {
        assertRefused(".csv.zst", flipped(zstd, seed));
    }

    @Test
    void everyBitOfAGzipHeaderThatSaysSomethingIsLookedAt() throws IOException {
        for (int bit = 0; bit < SAYS_NOTHING.length * Byte.SIZE; bit++) {
            byte[] damaged = gzip.clone();
            int mask = 1 << bit % Byte.SIZE;
            damaged[bit / Byte.SIZE] ^= (byte) mask;
            if ((SAYS_NOTHING[bit / Byte.SIZE] & mask) == 0) {
                assertRefused(".csv.gz", damaged);
            } else {
                assertThat(rows(".csv.gz", damaged)).as("bit %d", bit).isEqualTo(ROWS);
            }
        }
    }

    @Test
    void everyLostByteAtTheEndIsFound() throws IOException {
        for (int lost = 1; lost <= 40; lost++) {
            assertRefused(".csv.gz", Arrays.copyOf(gzip, gzip.length - lost));
            assertRefused(".csv.zst", Arrays.copyOf(zstd, zstd.length - lost));
        }
    }

    /// As many libraries write them: then a wrong bit may show nowhere, but a missing byte does.
    @Seeds(count = CASES)
    void aCutOffZstdShardWithoutChecksumIsFound(long seed) throws IOException {
        assertRefused(".csv.zst", cut(Zstd.compress(text), seed));
    }

    /// The first member or frame is whole, and a reader that stops at what it does not know would lose the second.
    @Test
    void aLostSecondPartIsFound() throws IOException {
        for (int at = 0; at < 4; at++) {
            byte[] member = gzip.clone();
            byte[] frame = zstd.clone();
            member[Math.min(at, 2)] ^= 0x10;
            frame[at] ^= 0x10;
            assertRefused(".csv.gz", joined(gzip, member));
            assertRefused(".csv.zst", joined(zstd, frame));
        }
        assertRefused(".csv.gz", joined(gzip, zstd));
        assertRefused(".csv.zst", joined(zstd, gzip));
        assertRefused(".csv.gz", joined(gzip, text));
    }

    @Test
    void paddingIsTakenForWhatItIs() throws IOException {
        assertThat(rows(".csv.gz", joined(gzip, new byte[10_240]))).isEqualTo(ROWS);
        assertRefused(".csv.zst", joined(zstd, new byte[512])); // zstd itself knows no padding but skippable frames
    }

    private static byte[] cut(byte[] whole, long seed) {
        return Arrays.copyOf(whole, new Random(seed).nextInt(whole.length));
    }

    private static byte[] flipped(byte[] sound, long seed) {
        byte[] damaged = sound.clone();
        int bit = new Random(seed).nextInt(sound.length * Byte.SIZE);
        damaged[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        return damaged;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.writeBytes(first);
        joined.writeBytes(second);
        return joined.toByteArray();
    }

    private long rows(String ending, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("part-00001" + ending), content);
        return TextFiles.scan(TextFiles.open(file, DatasetOptions.NONE)).rows();
    }

    private void assertRefused(String ending, byte[] content) throws IOException {
        try {
            long rows = rows(ending, content);
            throw new AssertionError(rows + " rows were read");
        } catch (EngineException refused) {
            assertThat(refused).isInstanceOf(DataException.class);
            assertThat(refused.getMessage()).contains("part-00001" + ending + ": the file is ");
        }
    }
}
