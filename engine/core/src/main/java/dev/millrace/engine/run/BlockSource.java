package dev.millrace.engine.run;

import dev.millrace.engine.block.BlockReader;
import dev.millrace.engine.dataset.Shard;

import java.io.IOException;
import java.util.Set;

/// Where the blocks of a shard come from, pass after pass.
interface BlockSource {

    /// Begins a scan of a shard.
    ///
    /// @param columns positions of the columns that will be looked at
    BlockReader open(Shard shard, Set<Integer> columns) throws IOException;
}
