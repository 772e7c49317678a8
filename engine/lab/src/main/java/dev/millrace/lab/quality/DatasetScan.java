package dev.millrace.lab.quality;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.BlockReader;
import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.format.ShardCodecs;
import dev.millrace.engine.problem.CancelledException;
import dev.millrace.engine.problem.StorageException;

import java.io.IOException;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// One scan over the rows of a dataset, block by block, in the order of shards.
public final class DatasetScan {

    private DatasetScan() {}

    /// Hands every block to a consumer; bad rows are left out.
    ///
    /// @param columns positions of those that will be looked at
    /// @throws CancelledException if the thread is interrupted
    public static void over(Dataset dataset, Set<Integer> columns, Consumer<Block> consumer) {
        ShardCodecs codecs = new ShardCodecs();
        for (Shard shard : dataset.shards()) {
            try (BlockReader reader =
                    codecs.of(shard.type().format()).open(dataset, shard, columns, BlockSize.DEFAULT)) {
                for (Block block = reader.next(); block != null; block = reader.next()) {
                    if (Thread.currentThread().isInterrupted()) {
                        throw new CancelledException();
                    }
                    consumer.accept(block);
                }
            } catch (IOException failure) {
                throw StorageException.reading(shard.file(), failure);
            }
        }
    }

    /// The positions of all columns that have values.
    public static Set<Integer> columns(Dataset dataset) {
        return IntStream.range(0, dataset.schema().size())
                .filter(position -> !dataset.opaque().containsKey(dataset.schema().name(position)))
                .boxed()
                .collect(Collectors.toSet());
    }
}
