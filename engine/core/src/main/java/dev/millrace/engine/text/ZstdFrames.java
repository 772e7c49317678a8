package dev.millrace.engine.text;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;

import java.lang.foreign.Arena;
import java.nio.ByteBuffer;

/// Reads Zstandard files (RFC 8878) strictly: every frame to its checksum where it has one, one frame after the other,
/// and the file to its end. Frames that ask for a window of more than 128 MiB are refused.
///
/// `ZstdInputStream` is not used because it takes a second frame that is cut off for the end of the file when it lies
/// in the same buffer as the end of the first.
final class ZstdFrames implements Decompressor {

    static final int MOST_WINDOW_BITS = 27;

    private final RawFile raw;
    private final Arena memory = Arena.ofShared();
    private final ZstdDecompressCtx codec = new ZstdDecompressCtx();
    private final byte[] chunk = new byte[RawBuffer.BYTES];
    private final ByteBuffer source = memory.allocate(RawBuffer.BYTES).asByteBuffer().limit(0);
    private final ByteBuffer decoded = memory.allocate(2L * RawBuffer.BYTES).asByteBuffer().limit(0);
    private boolean inFrame;
    private boolean more; // the codec may hold decoded bytes that found no room
    private boolean anyFrame;

    ZstdFrames(RawFile raw) {
        this.raw = raw;
        codec.setLongMax(MOST_WINDOW_BITS);
    }

    @Override
    public int read(byte[] target, int from, int length) throws DamageException {
        while (!decoded.hasRemaining()) {
            if (!source.hasRemaining() && !more && !refill()) {
                if (inFrame) {
                    throw new DamageException("cut off in the middle of its compressed data");
                }
                if (!anyFrame) {
                    throw new DamageException("empty, which no zstd data is");
                }
                return -1;
            }
            decode();
        }
        int count = Math.min(length, decoded.remaining());
        decoded.get(target, from, count);
        return count;
    }

    @Override
    public void close() {
        codec.close();
        memory.close();
    }

    private boolean refill() {
        int count = raw.read(chunk, 0, chunk.length);
        if (count < 0) {
            return false;
        }
        source.clear().put(chunk, 0, count).flip();
        return true;
    }

    private void decode() throws DamageException {
        decoded.clear();
        try {
            boolean frameEnded = codec.decompressDirectByteBufferStream(decoded, source);
            inFrame = !frameEnded;
            anyFrame = true;
            more = inFrame && !decoded.hasRemaining();
        } catch (ZstdException damage) {
            throw new DamageException(finding(Math.abs(damage.getErrorCode()), String.valueOf(damage.getMessage())));
        }
        decoded.flip();
    }

    private String finding(long error, String message) {
        if (error == Zstd.errPrefixUnknown()) {
            return anyFrame ? "followed by bytes that do not belong to it" : "not zstd data, though its name says so";
        }
        if (error == Zstd.errFrameParameterWindowTooLarge()) {
            return "compressed with a window of more than " + (1 << MOST_WINDOW_BITS >> 20) + " MiB, which is refused";
        }
        if (error == Zstd.errDictionaryWrong()) {
            return "compressed with a dictionary, which is not there";
        }
        return "damaged: " + message;
    }
}
