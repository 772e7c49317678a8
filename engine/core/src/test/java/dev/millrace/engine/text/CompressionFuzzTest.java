package dev.millrace.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.dataset.Compression;
import dev.millrace.engine.testing.Fuzzing;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;

/// Damaged gzip and Zstandard files.
final class CompressionFuzzTest {

    private static final List<String> GZIP_WORDS =
            List.of("\u001F\u008B\u0008", "\u001F\u008B\u0008\u0004", "\0\0\0\0", "BC\u0002\0", "\u0003\0");
    private static final List<String> ZSTD_WORDS =
            List.of("(\u00B5/\u00FD", "P*M\u0018\u0003\0\0\0abc", "7\u00A40\u00EC", "\0\0\0\0", "\u00FF");

    @TempDir private Path folder;

    @Test
    void whatIsTakenForGzipIsWhatOthersTakeForIt() {
        new Fuzzing("gzip", random -> compressed(random, Compression.GZIP), GZIP_WORDS)
                .feed((input, random) -> {
                    byte[] text = read(input, Compression.GZIP, random);
                    try (InputStream reference = new GZIPInputStream(new ByteArrayInputStream(input))) {
                        assertThat(text).isEqualTo(reference.readAllBytes());
                    }
                });
    }

    @Test
    void whatIsTakenForZstandardDoesNotDependOnHowItIsRead() {
        new Fuzzing("zstd", random -> compressed(random, Compression.ZSTD), ZSTD_WORDS)
                .feed((input, random) ->
                        assertThat(read(input, Compression.ZSTD, random))
                                .isEqualTo(read(input, Compression.ZSTD, random)));
    }

    /// One part or several, of texts that are random or repeat themselves.
    private static byte[] compressed(Random random, Compression compression) {
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        for (int part = random.nextInt(3); part >= 0; part--) {
            byte[] text = new byte[random.nextInt(400)];
            random.nextBytes(text);
            int letters = 1 + random.nextInt(60);
            for (int i = 0; i < text.length; i++) {
                text[i] = (byte) ('0' + Math.floorMod(text[i], letters));
            }
            try {
                parts.writeBytes(TextFiles.compressed(text, compression));
            } catch (IOException impossible) {
                throw new AssertionError(impossible);
            }
        }
        return parts.toByteArray();
    }

    private byte[] read(byte[] content, Compression compression, Random random) throws IOException {
        Path file = Files.write(folder.resolve("part-1.csv"), content);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 + random.nextInt(5000)];
        try (ShardInput input = ShardInput.open(file, compression)) {
            for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
                text.write(buffer, 0, count);
            }
            assertThat(input.bytesRead()).isEqualTo(content.length);
        }
        return text.toByteArray();
    }
}
