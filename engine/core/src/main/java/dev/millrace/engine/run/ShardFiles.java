package dev.millrace.engine.run;

import dev.millrace.engine.block.BlockReader;
import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.block.ShardCodec;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.format.ShardCodecs;

import java.io.IOException;
import java.util.Set;
import java.util.function.Supplier;

/// Reads shards from their files anew in every pass: streaming mode.
///
/// @param size of blocks, asked for whenever a shard is opened
/// @param readers how many threads read ahead of each worker; 0 if each reads for itself
record ShardFiles(ShardCodecs codecs, Dataset dataset, Supplier<BlockSize> size, int readers) implements BlockSource {

    @Override
    public BlockReader open(Shard shard, Set<Integer> columns) throws IOException {
        ShardCodec codec = codecs.of(shard.type().format());
        return readers == 0
                ? codec.open(dataset, shard, columns, size.get())
                : codec.openAhead(dataset, shard, columns, size.get(), new ReaderThreads(readers));
    }
}
