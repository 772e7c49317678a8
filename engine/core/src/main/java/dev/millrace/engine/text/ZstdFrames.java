package dev.millrace.engine.text;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;

import dev.millrace.engine.problem.StorageException;

import java.io.IOException;
import java.io.InputStream;

/// Reads Zstandard files (RFC 8878): every frame to its checksum where it has one, one frame after the other, and the
/// file to its end. Frames that ask for a window of more than 128 MiB are refused.
final class ZstdFrames implements Decompressor {

    private static final int MOST_WINDOW_BITS = 27;

    private final RawFile raw;
    private final ZstdInputStreamNoFinalizer frames;
    private boolean anyText;

    ZstdFrames(RawFile raw) throws IOException {
        this.raw = raw;
        this.frames = new ZstdInputStreamNoFinalizer(new Source(raw)).setLongMax(MOST_WINDOW_BITS);
    }

    @Override
    public int read(byte[] target, int from, int length) throws DamageException {
        int count;
        try {
            count = frames.read(target, from, length);
        } catch (ZstdIOException damage) {
            throw new DamageException(finding(Math.abs(damage.getErrorCode()), String.valueOf(damage.getMessage())));
        } catch (IOException failure) {
            throw StorageException.reading(raw.file(), failure);
        }
        if (count < 0 && raw.bytes() == 0) {
            throw new DamageException("empty, which no zstd data is");
        }
        anyText |= count > 0;
        return count;
    }

    @Override
    public void close() {
        try {
            frames.close();
        } catch (IOException failure) {
            throw StorageException.reading(raw.file(), failure);
        }
    }

    private String finding(long error, String message) {
        if (error == Zstd.errPrefixUnknown()) {
            return anyText ? "followed by bytes that do not belong to it" : "not zstd data, though its name says so";
        }
        if (error == Zstd.errFrameParameterWindowTooLarge()) {
            return "compressed with a window of more than " + (1 << MOST_WINDOW_BITS >> 20) + " MiB, which is refused";
        }
        if (error == Zstd.errDictionaryWrong()) {
            return "compressed with a dictionary, which is not there";
        }
        return "damaged or cut off: " + message;
    }

    /// The raw file as the stream that the codec wants; closed by its owner.
    private static final class Source extends InputStream {

        private final RawFile raw;

        Source(RawFile raw) {
            this.raw = raw;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return raw.read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int from, int length) {
            return raw.read(target, from, length);
        }
    }
}
