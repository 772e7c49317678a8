package dev.millrace.engine.block;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// Reads, unpacks and takes apart a shard on a thread of its own, a few blocks ahead of the worker that fits or
/// transforms and writes them. The blocks are the same, in the same order, in memory of their own.
final class ReadAhead implements BlockReader {

    private static final int BLOCKS = 3;

    private final BlockReader reader;
    private final BlockingQueue<Step> steps = new ArrayBlockingQueue<>(BLOCKS);
    private final Readers.Started thread;
    private long bytesRead;
    private String contentHash = "";

    /// Begins to read.
    ///
    /// @param reader closed with this
    /// @param readers one of them is enough
    ReadAhead(BlockReader reader, Readers readers) {
        this.reader = reader;
        this.thread = readers.start(1, this::readAll);
    }

    /// What the reading thread hands over.
    private sealed interface Step {

        /// @param bytesRead of the shard, after the block
        record Read(Block block, long bytesRead) implements Step {}

        record End(long bytesRead, String contentHash) implements Step {}

        record Failed(Throwable failure) implements Step {}
    }

    private void readAll() {
        try {
            for (Step step = step(); true; step = step()) {
                steps.put(step);
                if (!(step instanceof Step.Read)) {
                    return;
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // closed before its end
        }
    }

    private Step step() {
        try {
            Block block = reader.next();
            return block == null
                    ? new Step.End(reader.bytesRead(), reader.contentHash())
                    : new Step.Read(block.retained(), reader.bytesRead());
        } catch (IOException | RuntimeException | Error failure) {
            return new Step.Failed(failure);
        }
    }

    @Override
    public @Nullable Block next() throws IOException {
        return switch (take()) {
            case Step.Read(Block block, long bytes) -> {
                bytesRead = bytes;
                yield block;
            }
            case Step.End(long bytes, String hash) -> {
                bytesRead = bytes;
                contentHash = hash;
                yield null;
            }
            case Step.Failed(Throwable failure) -> throw failed(failure);
        };
    }

    private static IOException failed(Throwable failure) {
        return switch (failure) {
            case IOException reading -> reading;
            case RuntimeException exception -> throw exception;
            case Error error -> throw error;
            default -> throw new IllegalStateException(failure);
        };
    }

    private Step take() throws IOException {
        try {
            return steps.take();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for a block", interrupted);
        }
    }

    @Override
    public long bytesRead() {
        return bytesRead;
    }

    @Override
    public String contentHash() {
        return contentHash;
    }

    @Override
    public void close() throws IOException {
        thread.close();
        reader.close();
    }
}
