package dev.millrace.engine.run;

import dev.millrace.engine.block.BlockReader;
import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.format.ShardCodecs;

import java.io.IOException;
import java.util.Set;
import java.util.function.Supplier;

/// Reads shards from their files anew in every pass: streaming mode.
///
/// @param size of blocks, asked for whenever a shard is opened
record ShardFiles(ShardCodecs codecs, Dataset dataset, Supplier<BlockSize> size) implements BlockSource {

    @Override
    public BlockReader open(Shard shard, Set<Integer> columns) throws IOException {
        return codecs.of(shard.type().format()).open(dataset, shard, columns, size.get());
    }
}
