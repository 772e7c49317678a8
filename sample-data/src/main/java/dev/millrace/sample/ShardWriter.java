package dev.millrace.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;

/// Writes shards: each grows under a hidden name and gets its final name when it is complete.
final class ShardWriter {
    private static final int BUFFER_BYTES = 256 * 1024;

    private final TransactionTables tables = new TransactionTables();
    private final long seed;

    ShardWriter(long seed) {
        this.seed = seed;
    }

    /// Writes one shard. May be called by several threads at the same time.
    ///
    /// @throws InterruptedException if the thread is interrupted; the shard is not there then
    FinishedShard write(PlannedShard shard) throws IOException, InterruptedException {
        try {
            long bytes = 0;
            try (OutputStream output = Files.newOutputStream(shard.hiddenFile())) {
                TransactionRows rows = new TransactionRows(tables, seed, shard.stream());
                RowBuffer buffer = new RowBuffer(BUFFER_BYTES);
                buffer.put(TransactionRows.HEADER.getBytes(StandardCharsets.US_ASCII));
                for (long row = 0; row < shard.rows(); row++) {
                    if (buffer.room() < TransactionRows.MAX_ROW_BYTES) {
                        bytes += buffer.flushTo(output);
                        stopIfInterrupted(shard);
                    }
                    rows.appendTo(buffer);
                }
                bytes += buffer.flushTo(output);
            }
            stopIfInterrupted(shard);
            Files.move(shard.hiddenFile(), shard.file(), StandardCopyOption.ATOMIC_MOVE);
            return new FinishedShard(shard.file(), shard.number(), shard.rows(), bytes);
        } finally {
            Files.deleteIfExists(shard.hiddenFile());
        }
    }

    private static void stopIfInterrupted(PlannedShard shard) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("stopped writing " + shard.file());
        }
    }
}
