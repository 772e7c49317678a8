package dev.millrace.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.block.ContentHash;
import dev.millrace.engine.dataset.Compression;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.testing.Seeds;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

/// Every damage of a compressed file is found, whatever the codec below lets pass.
final class ShardInputTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource(names = {"NONE", "GZIP", "ZSTD"})
    void whatIsWrittenIsReadBack(Compression compression) throws IOException {
        for (int length : new int[] {0, 1, 1000, 128 << 10, 300_001}) {
            byte[] text = text(length, length);
            Path file = write(compressed(text, compression, 777));

            try (ShardInput input = ShardInput.open(file, compression)) {
                assertThat(input.readAllBytes()).isEqualTo(text);
                assertThat(input.bytesRead()).isEqualTo(Files.size(file));
                assertThat(input.contentHash()).isEqualTo(ContentHash.of(Files.readAllBytes(file)));
                assertThat(input.read()).isEqualTo(-1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"GZIP", "ZSTD"})
    void compressedBytesDoNotDependOnHowTheTextIsWritten(Compression compression) throws IOException {
        byte[] text = text(400_000, 5);

        assertThat(compressed(text, compression, 1 << 20)).isEqualTo(compressed(text, compression, 4099));
    }

    @ParameterizedTest
    @EnumSource(names = {"GZIP", "ZSTD"})
    void concatenatedPartsAreOneText(Compression compression) throws IOException {
        byte[] first = compressed(text(5000, 1), compression, 5000);
        byte[] none = compressed(new byte[0], compression, 1);
        byte[] second = compressed(text(7000, 2), compression, 7000);

        assertThat(content(joined(none, first, none, second), compression))
                .contains(joined(text(5000, 1), text(7000, 2)));
    }

    @Seeds(count = 100)
    void aCutOffGzipFileIsFound(long seed) throws IOException {
        assertCutIsFound(seed, Compression.GZIP);
    }

    @Seeds(count = 100)
    void aCutOffZstdFileIsFound(long seed) throws IOException {
        assertCutIsFound(seed, Compression.ZSTD);
    }

    @Seeds(count = 100)
    void aFlippedBitOfAGzipFileIsFoundUnlessItChangesNothing(long seed) throws IOException {
        assertFlipIsFound(seed, Compression.GZIP);
    }

    @Seeds(count = 100)
    void aFlippedBitOfAZstdFileIsFoundUnlessItChangesNothing(long seed) throws IOException {
        assertFlipIsFound(seed, Compression.ZSTD);
    }

    /// Two parts; a file that is cut between them is whole as far as anyone can tell.
    private void assertCutIsFound(long seed, Compression compression) throws IOException {
        Random random = new Random(seed);
        byte[] first = compressed(text(20_000, seed), compression, 20_000);
        byte[] whole = joined(first, compressed(text(500, seed), compression, 500));
        int cut = seed <= 20 ? first.length + (int) seed : random.nextInt(whole.length);
        cut = cut == first.length ? cut + 1 : cut;

        assertThat(content(Arrays.copyOf(whole, cut), compression)).as("cut at " + cut).isEmpty();
    }

    /// Some bits (the time a gzip file was made, the size of a zstd window, padding) say nothing of the text; any other
    /// is found.
    private void assertFlipIsFound(long seed, Compression compression) throws IOException {
        Random random = new Random(seed);
        byte[] text = text(20_000, seed);
        byte[] damaged = compressed(text, compression, 20_000);
        int at = seed <= 16 ? (int) seed - 1 : random.nextInt(damaged.length);
        damaged[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));

        content(damaged, compression)
                .ifPresent(read -> assertThat(Arrays.equals(read, text)).as("flipped in byte " + at).isTrue());
    }

    @Test
    void zeroPaddingMayFollowAGzipFileAndNothingElseMay() throws IOException {
        byte[] file = compressed(text(100, 1), Compression.GZIP, 100);

        assertThat(content(joined(file, new byte[512]), Compression.GZIP)).isPresent();
        assertThat(content(joined(file, new byte[512], new byte[] {7}), Compression.GZIP)).isEmpty();
        assertThat(content(joined(file, new byte[] {7}), Compression.GZIP)).isEmpty();
        assertThat(content(joined(file, new byte[512], file), Compression.GZIP)).isEmpty();
    }

    @Test
    void aFileThatIsNotWhatItsNameSaysIsRefusedByName() throws IOException {
        Path text = write(text(100, 1));
        Path gzip = write(compressed(text(100, 1), Compression.GZIP, 100));
        Path zstd = write(compressed(text(100, 1), Compression.ZSTD, 100));

        assertThatThrownBy(() -> read(text, Compression.GZIP)).hasMessageContaining("not gzip data");
        assertThatThrownBy(() -> read(text, Compression.ZSTD)).hasMessageContaining("not zstd data");
        assertThatThrownBy(() -> read(gzip, Compression.NONE)).hasMessageContaining("does not end in .gz");
        assertThatThrownBy(() -> read(zstd, Compression.NONE)).hasMessageContaining("does not end in .zst");
    }

    private Optional<byte[]> content(byte[] file, Compression compression) throws IOException {
        try {
            return Optional.of(read(write(file), compression));
        } catch (DataException damaged) {
            assertThat(damaged.problems().getFirst().place().source()).startsWith(folder.toString());
            return Optional.empty();
        }
    }

    private static byte[] read(Path file, Compression compression) throws IOException {
        try (ShardInput input = ShardInput.open(file, compression)) {
            return input.readAllBytes();
        }
    }

    private Path write(byte[] content) throws IOException {
        return Files.write(Files.createTempFile(folder, "part", ""), content);
    }

    /// Rows of random numbers, which compress to about half.
    private static byte[] text(int length, long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder("a,b\n");
        while (text.length() < length) {
            text.append(random.nextInt()).append(',').append(random.nextInt(100)).append('\n');
        }
        return text.substring(0, length).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] compressed(byte[] text, Compression compression, int chunk) throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        try (OutputStream out = CompressedOutput.over(target, compression)) {
            for (int from = 0; from < text.length; from += chunk) {
                out.write(text, from, Math.min(chunk, text.length - from));
            }
        }
        return target.toByteArray();
    }

    private static byte[] joined(byte[]... parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.write(part);
        }
        return all.toByteArray();
    }
}
