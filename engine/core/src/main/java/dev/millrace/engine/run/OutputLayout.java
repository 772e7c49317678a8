package dev.millrace.engine.run;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.Edits;
import dev.millrace.engine.dataset.Shard;

import java.util.List;

/// Which rows go to which output file.
interface OutputLayout extends AutoCloseable {

    /// Begins the output of one input shard.
    ShardOutput begin(Shard shard);

    /// Completes all files; they are whole, but not yet under their final names.
    ///
    /// @return every output file, by split and shard
    List<Manifest.Output> finish();

    /// Closes what is still open after a failure.
    @Override
    void close();

    /// The output of one input shard. Used by one worker.
    interface ShardOutput extends AutoCloseable {

        /// Writes a block of the shard, with its edits.
        ///
        /// @throws dev.millrace.engine.problem.StorageException if writing fails
        void write(Block block, Edits edits);

        /// All rows of the shard are written.
        void finish();

        @Override
        void close();
    }
}
