package dev.millrace.engine.text;

import dev.millrace.engine.block.Block;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

/// A piece of a shard's text that one thread takes apart while others have the pieces around it. Its buffer and what a
/// format finds in it are reused for one piece after the other.
///
/// A piece begins where a record begins, if the one before is whole; whether it ends where a record ends is not known
/// before it is taken apart.
public abstract class TextPiece {

    /// How many zeros follow the text in the buffer, for those who look at many bytes at once.
    static final int PADDING = RecordFinder.PADDING;

    private byte[] bytes;
    private int length;
    private long offset;
    private long bytesRead;
    private boolean last;
    private CompletableFuture<Boolean> whole = new CompletableFuture<>();

    /// An empty piece.
    ///
    /// @param usualBytes how much text it holds unless a record is longer
    protected TextPiece(int usualBytes) {
        bytes = new byte[usualBytes + PADDING];
    }

    /// Finds the records, as far as they end in this piece. Called by any thread.
    ///
    /// @return up to where there are whole records
    protected abstract int takeApart();

    /// The records that were found. Called piece after piece by the thread that uses them.
    ///
    /// @param lines knows the lines of the pieces before
    protected abstract Block found(LineNumbers lines);

    /// The buffer. The text begins with its first byte.
    protected final byte[] bytes() {
        return bytes;
    }

    /// How long the text is.
    protected final int length() {
        return length;
    }

    /// Where the piece lies in the text of the shard.
    protected final long offset() {
        return offset;
    }

    /// Bytes of the file that were read when this piece was.
    final long bytesRead() {
        return bytesRead;
    }

    /// Whether the shard ends with it.
    final boolean isLast() {
        return last;
    }

    /// How much text there is room for.
    final int capacity() {
        return bytes.length - PADDING;
    }

    final void enlarge(int capacity) {
        bytes = Arrays.copyOf(bytes, capacity + PADDING);
    }

    /// The buffer holds another piece now.
    final void filled(int newLength, long newOffset, long newBytesRead, boolean isLast) {
        length = newLength;
        offset = newOffset;
        bytesRead = newBytesRead;
        last = isLast;
        whole = new CompletableFuture<>();
        Arrays.fill(bytes, length, length + PADDING, (byte) 0);
    }

    /// Done when the piece is taken apart: whether it holds whole records and nothing else.
    final CompletableFuture<Boolean> whole() {
        return whole;
    }

    /// Takes the piece apart, for whoever waits for it.
    final void complete() {
        try {
            whole.complete(takeApart() == length);
        } catch (RuntimeException | Error failure) {
            whole.completeExceptionally(failure);
        }
    }
}
