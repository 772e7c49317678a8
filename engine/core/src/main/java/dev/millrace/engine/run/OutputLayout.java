package dev.millrace.engine.run;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.Edits;
import dev.millrace.engine.dataset.Shard;

import java.util.List;

/// Which rows go to which output file.
interface OutputLayout extends AutoCloseable {

    /// Begins the output of one input shard.
    ShardOutput begin(Shard shard);

    /// Whether each input shard has output files of its own. If not, rows of a shard that failed cannot be taken back.
    boolean perShard();

    /// Takes over the output files of a shard from a run that did not finish. Only if they are [#perShard].
    void keep(Shard shard, List<Manifest.Output> files);

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
        ///
        /// @return the shard's own output files, which are whole
        List<Manifest.Output> finish();

        @Override
        void close();
    }
}
