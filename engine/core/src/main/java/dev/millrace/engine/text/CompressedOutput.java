package dev.millrace.engine.text;

import com.github.luben.zstd.ZstdOutputStream;

import dev.millrace.engine.dataset.Compression;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/// Compresses what is written as one gzip member or one Zstandard frame with a checksum. Equal texts give equal bytes:
/// nothing of time or machine is written, the level is fixed, and the codec gets chunks of one size however the text is
/// written.
///
/// Must be closed, which completes the compressed data and leaves the target open.
public final class CompressedOutput extends OutputStream {

    private static final int ZSTD_LEVEL = 3; // zstd's own default
    private static final int CHUNK_BYTES = 128 << 10; // a block of zstd

    private final OutputStream codec;
    private final byte[] chunk = new byte[CHUNK_BYTES];
    private int filled;
    private boolean closed;

    private CompressedOutput(OutputStream codec) {
        this.codec = codec;
    }

    /// A stream that compresses into a target; without compression it only keeps the target from being closed.
    public static OutputStream over(OutputStream target, Compression compression) throws IOException {
        OutputStream kept = new KeptOpen(target);
        return switch (compression) {
            case NONE -> kept;
            case GZIP -> new CompressedOutput(new GZIPOutputStream(kept, CHUNK_BYTES)); // time 0, no name
            case ZSTD -> new CompressedOutput(new ZstdOutputStream(kept, ZSTD_LEVEL).setChecksum(true));
            case SNAPPY, PER_COLUMN ->
                    throw new IllegalArgumentException("no text is compressed as a whole by " + compression);
        };
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] source, int from, int length) throws IOException {
        int next = from;
        int rest = length;
        while (rest > 0) {
            int count = Math.min(rest, CHUNK_BYTES - filled);
            System.arraycopy(source, next, chunk, filled, count);
            filled += count;
            next += count;
            rest -= count;
            if (filled == CHUNK_BYTES) {
                codec.write(chunk, 0, filled);
                filled = 0;
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            codec.write(chunk, 0, filled);
            codec.close();
        }
    }

    private static final class KeptOpen extends FilterOutputStream {

        KeptOpen(OutputStream target) {
            super(target);
        }

        @Override
        public void write(byte[] source, int from, int length) throws IOException {
            out.write(source, from, length); // in one piece, not byte by byte
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
