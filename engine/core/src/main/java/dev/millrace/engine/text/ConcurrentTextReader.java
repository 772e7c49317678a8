package dev.millrace.engine.text;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.BlockReader;
import dev.millrace.engine.block.Readers;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;

/// Reads one shard with several threads: they take turns at the file to cut the next piece of its text, take their
/// pieces apart at the same time, and leave them in the order of the file. For a shard that has more processors to
/// itself than one.
///
/// ```
///            in turns               at the same time                in order
/// file ───► TextCutter ──┬── piece 4: takeApart() ──┐
///                        ├── piece 5: takeApart() ──┼── next() ──► the worker
///                        └── piece 6: takeApart() ──┘
///              ▲                                                │
///              └──────────── pieces to be filled anew ◄─────────┘
/// ```
///
/// Where to cut is a guess, and taking a piece apart is the proof: its records must end exactly where it does, and the
/// piece before must be proven too. From a piece without a proof on, which is where quotes stand as plain characters in
/// cells, or where a last line has no end, a reader of one thread reads what is left. So rows are the same as that
/// reader's in any case.
public final class ConcurrentTextReader implements BlockReader {

    private static final int SPARE_PIECES = 2; // one in use, one ready

    private final Format format;
    private final TextSource text;
    private final TextCutter cutter;
    private final LineNumbers lines;
    private final ReentrantLock turn = new ReentrantLock();
    private final BlockingQueue<TextPiece> free;
    private final BlockingQueue<TextPiece> cut = new LinkedBlockingQueue<>(); // in the order of the file
    private final Readers.Started threads;

    private boolean allCut; // whose turn it is looks at it
    private volatile boolean inOneThread;
    private @Nullable TextPiece current;
    private @Nullable BlockReader rest;
    private long bytesRead;

    /// What a format knows of its text.
    public interface Format {

        /// The character that may enclose line feeds, NUL if there is none.
        char quote();

        /// An empty piece with all that it takes to take it apart.
        TextPiece newPiece();

        /// A reader of one thread.
        ///
        /// @param offset where the text begins in that of the shard, which is where a record begins
        /// @param lines knows the line there
        BlockReader read(TextSource text, long offset, LineNumbers lines) throws IOException;
    }

    /// Begins to read.
    ///
    /// @param text closed with this
    /// @param offset where the text stands in that of the shard: before the first record
    /// @param lines knows the line there
    public ConcurrentTextReader(Format format, TextSource text, long offset, LineNumbers lines, Readers readers) {
        this.format = format;
        this.text = text;
        this.cutter = new TextCutter(text, format.quote(), offset);
        this.lines = lines;
        int pieces = readers.count() + SPARE_PIECES;
        this.free = new ArrayBlockingQueue<>(pieces);
        for (int i = 0; i < pieces; i++) {
            free.add(format.newPiece());
        }
        this.threads = readers.start(readers.count(), this::takePiecesApart);
    }

    private void takePiecesApart() {
        try {
            for (TextPiece piece = nextPiece(); piece != null; piece = nextPiece()) {
                if (inOneThread) {
                    piece.whole().complete(false);
                } else {
                    piece.complete();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // closed before its end
        }
    }

    /// @return null if there is none
    private @Nullable TextPiece nextPiece() throws InterruptedException {
        turn.lockInterruptibly();
        try {
            if (allCut) {
                return null;
            }
            TextPiece piece = free.take();
            try {
                cutter.fill(piece);
                allCut = piece.isLast();
                cut.add(piece);
                return piece;
            } catch (IOException | RuntimeException | Error failure) {
                allCut = true;
                piece.filled(0, 0, text.bytesRead(), true);
                piece.whole().completeExceptionally(failure);
                cut.add(piece);
                return null;
            }
        } finally {
            turn.unlock();
        }
    }

    @Override
    public @Nullable Block next() throws IOException {
        while (rest == null) {
            if (current != null) {
                if (current.isLast()) {
                    return null;
                }
                lines.leave(current.bytes(), current.offset(), current.length());
            }
            TextPiece piece = advance();
            if (piece.whole().resultNow()) {
                Block block = piece.found(lines);
                if (block.rows() > 0 || !block.badRows().isEmpty()) {
                    return block;
                }
            } else {
                inOneThread = true;
                rest = format.read(new Rest(piece), piece.offset(), lines);
            }
        }
        return rest.next();
    }

    /// Gives the current piece back and waits for the next one.
    private TextPiece advance() throws IOException {
        try {
            if (current != null) {
                free.add(current);
            }
            TextPiece piece = cut.take();
            current = piece;
            piece.whole().get();
            bytesRead = piece.bytesRead();
            return piece;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for a block", interrupted);
        } catch (ExecutionException failed) {
            throw failure(failed);
        }
    }

    private static IOException failure(ExecutionException failed) {
        return switch (failed.getCause()) {
            case IOException reading -> reading;
            case RuntimeException exception -> throw exception;
            case Error error -> throw error;
            case null, default -> throw new IllegalStateException(failed);
        };
    }

    @Override
    public long bytesRead() {
        return bytesRead;
    }

    @Override
    public String contentHash() {
        return text.contentHash();
    }

    @Override
    public void close() throws IOException {
        threads.close();
        text.close();
    }

    /// The text from the current piece on.
    private final class Rest implements TextSource {

        private TextPiece piece;
        private int next; // in the piece

        Rest(TextPiece first) {
            piece = first;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            while (next == piece.length()) {
                if (piece.isLast()) {
                    return -1;
                }
                piece = advance();
                next = 0;
            }
            int count = Math.min(length, piece.length() - next);
            System.arraycopy(piece.bytes(), next, target, from, count);
            next += count;
            return count;
        }

        @Override
        public long bytesRead() {
            return bytesRead;
        }

        @Override
        public String contentHash() {
            return text.contentHash();
        }

        @Override
        public void close() {} // by the reader around
    }
}
