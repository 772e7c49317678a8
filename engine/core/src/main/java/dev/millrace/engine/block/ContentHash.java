package dev.millrace.engine.block;

import com.dynatrace.hash4j.hashing.HashStream128;
import com.dynatrace.hash4j.hashing.HashValue128;
import com.dynatrace.hash4j.hashing.Hashing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// A running hash of a file's bytes: XXH3 of 128 bits, fast enough to be taken of everything read and written. Detects
/// change and damage, not forgery.
public final class ContentHash {

    private static final int CHUNK = 1 << 20;

    private final HashStream128 stream = Hashing.xxh3_128().hashStream();

    public static String of(byte[] bytes) {
        ContentHash hash = new ContentHash();
        hash.add(bytes, 0, bytes.length);
        return hash.text();
    }

    /// The hash of a file.
    ///
    /// @param betweenChunks called now and then; may throw to stop
    /// @throws IOException if it cannot be read
    public static String of(Path file, Runnable betweenChunks) throws IOException {
        ContentHash hash = new ContentHash();
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                hash.add(chunk, 0, count);
                betweenChunks.run();
            }
        }
        return hash.text();
    }

    public void add(byte[] bytes, int from, int length) {
        stream.putBytes(bytes, from, length);
    }

    /// The hash of everything added so far, such as `xxh3-128:…` with 32 hexadecimal digits.
    public String text() {
        HashValue128 value = stream.get();
        return String.format(
                Locale.ROOT, "xxh3-128:%016x%016x", value.getMostSignificantBits(), value.getLeastSignificantBits());
    }
}
