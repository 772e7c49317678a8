package dev.millrace.engine.text;

import dev.millrace.engine.dataset.Compression;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/// The text of a shard, decompressed if its name says that it is compressed. Counts and hashes the bytes of the file,
/// not those of the text. Used by one thread.
///
/// Its end is told only after the file was read to its end and all its checksums are right, so a damaged or cut off
/// file never passes for a short one. Failures of a codec are told as [DataException], those of the disk as
/// [dev.millrace.engine.problem.StorageException]; [IOException] is thrown only when opening or closing fails.
public final class ShardInput extends InputStream {

    private static final int MAGIC_BYTES = 4;

    private final RawFile raw;
    private final Decompressor text;
    private boolean ended;

    private ShardInput(RawFile raw, Compression compression) throws IOException {
        this.raw = raw;
        this.text =
                switch (compression) {
                    case NONE -> new Plain(raw);
                    case GZIP -> new GzipMembers(raw);
                    case ZSTD -> new ZstdFrames(raw);
                    case SNAPPY, PER_COLUMN ->
                            throw new IllegalArgumentException("no text is compressed as a whole by " + compression);
                };
    }

    /// Opens the text of a shard at its begin.
    public static ShardInput open(Shard shard) throws IOException {
        return open(shard.file(), shard.type().compression());
    }

    /// Opens the text of a file at its begin.
    public static ShardInput open(Path file, Compression compression) throws IOException {
        return new ShardInput(new RawFile(file), compression);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /// @throws DataException if the file is damaged
    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (ended) {
            return -1;
        }
        try {
            int count = text.read(target, from, length);
            ended = count < 0;
            return count;
        } catch (Decompressor.DamageException damage) {
            throw new DataException(
                    new Problem(
                            Place.of(raw.file()),
                            "the file is " + damage.getMessage(),
                            "Get or make it once more, and name it by what it holds"),
                    damage);
        }
    }

    /// Goes on further in the file at once, if its text is not compressed.
    ///
    /// @return by how many bytes; 0 where the text between must be read
    long leap(long count) {
        return text instanceof Plain && !ended ? raw.skip(count) : 0;
    }

    /// Bytes of the file, as it lies on disk, read so far.
    public long bytesRead() {
        return raw.bytes();
    }

    /// Hash of the bytes of the file read so far; of the whole file once the end of the text is told.
    public String contentHash() {
        return raw.hash();
    }

    @Override
    public void close() throws IOException {
        text.close();
        raw.close();
    }

    /// A file that is not compressed, which is looked at closely enough to tell when it is after all.
    private static final class Plain implements Decompressor {

        private final RawFile raw;
        private final byte[] magic = new byte[MAGIC_BYTES];
        private long seen;

        Plain(RawFile raw) {
            this.raw = raw;
        }

        @Override
        public int read(byte[] target, int from, int length) throws DamageException {
            int count = raw.read(target, from, length);
            if (seen < MAGIC_BYTES && count > 0) {
                System.arraycopy(target, from, magic, (int) seen, Math.min(count, MAGIC_BYTES - (int) seen));
                seen += count;
                if (seen >= MAGIC_BYTES) {
                    requireUncompressed();
                }
            }
            return count;
        }

        private void requireUncompressed() throws DamageException {
            boolean gzip = magic[0] == 0x1F && magic[1] == (byte) 0x8B;
            boolean zstd = magic[0] == 0x28 && magic[1] == (byte) 0xB5 && magic[2] == 0x2F && magic[3] == (byte) 0xFD;
            if (gzip || zstd) {
                String ending = gzip ? ".gz" : ".zst";
                throw new DamageException("compressed, though its name does not end in " + ending);
            }
        }

        @Override
        public void close() {}
    }
}
