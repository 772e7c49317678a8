package dev.millrace.lab.result;

import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.Shard;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Which data a benchmark read.
///
/// @param sha256 of a line for each shard, in their order: the SHA-256 of its bytes, two spaces, its path relative to
///   the dataset, a line feed; as `sha256sum` prints them
public record DatasetFacts(String path, int shards, int columns, long bytes, String sha256) {

    private static final int CHUNK = 1 << 20;

    /// Reads every shard.
    public static DatasetFacts of(Dataset dataset) throws IOException {
        MessageDigest lines = newDigest();
        for (Shard shard : dataset.shards()) {
            String line = digest(shard) + "  " + dataset.relativePath(shard) + "\n";
            lines.update(line.getBytes(StandardCharsets.UTF_8));
        }
        return new DatasetFacts(
                dataset.root().toString(),
                dataset.shards().size(),
                dataset.schema().size(),
                dataset.bytes(),
                HexFormat.of().formatHex(lines.digest()));
    }

    private static String digest(Shard shard) throws IOException {
        MessageDigest digest = newDigest();
        byte[] buffer = new byte[CHUNK];
        try (InputStream in = Files.newInputStream(shard.file())) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every Java platform has SHA-256", never);
        }
    }
}
