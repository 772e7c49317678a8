package dev.millrace.engine.run;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.BlockReader;
import dev.millrace.engine.dataset.Shard;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// Reads, unpacks and takes apart a shard on a thread of its own, a few blocks ahead of the worker that fits or
/// transforms and writes them: for datasets with fewer shards than workers. The blocks are the same, in the same order.
final class ReadAhead implements BlockSource {

    private static final int BLOCKS = 3;

    private final BlockSource source;

    ReadAhead(BlockSource source) {
        this.source = source;
    }

    @Override
    public BlockReader open(Shard shard, Set<Integer> columns) throws IOException {
        return new Reader(source.open(shard, columns));
    }

    /// What the reading thread hands over.
    private sealed interface Step {

        /// @param bytesRead of the shard, after the block
        record Read(Block block, long bytesRead) implements Step {}

        record End(long bytesRead, String contentHash) implements Step {}

        record Failed(Throwable failure) implements Step {}
    }

    private static final class Reader implements BlockReader {

        private final BlockReader reader;
        private final BlockingQueue<Step> steps = new ArrayBlockingQueue<>(BLOCKS);
        private final Thread thread;
        private long bytesRead;
        private String contentHash = "";

        Reader(BlockReader reader) {
            this.reader = reader;
            this.thread = Thread.ofPlatform().name("millrace-worker-reader").start(this::readAll);
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
            boolean interrupted = false;
            while (thread.isAlive()) {
                thread.interrupt();
                try {
                    thread.join(100);
                } catch (InterruptedException _) {
                    interrupted = true; // the file must not be closed while it is read
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            reader.close();
        }
    }
}
