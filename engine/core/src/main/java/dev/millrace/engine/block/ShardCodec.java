package dev.millrace.engine.block;

import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.FileType;
import dev.millrace.engine.dataset.MissingTokens;
import dev.millrace.engine.dataset.Schema;
import dev.millrace.engine.dataset.Shard;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads and writes the shards of one format.
public interface ShardCodec {

    /// The column names of a shard as its file gives them; empty if the shard is an empty file.
    ///
    /// @throws dev.millrace.engine.problem.DataException if the header cannot be read
    Optional<List<String>> columns(Shard shard) throws IOException;

    /// The column names of a shard when every row of it is looked through, as a format needs whose rows name their
    /// columns themselves: [#columns] looks at the first rows only.
    ///
    /// @throws dev.millrace.engine.problem.DataException if a row cannot be read
    default Optional<List<String>> columnsOfAllRows(Shard shard) throws IOException {
        return columns(shard);
    }

    /// The columns that can only be passed through, by name, and why: their values have no text of their own. Asked
    /// once for all shards of a dataset, which must fit together.
    ///
    /// @throws dev.millrace.engine.problem.DataException if a column's types differ between shards
    default Map<String, String> opaque(List<Shard> shards, Schema schema) throws IOException {
        return Map.of();
    }

    /// Opens a shard for one scan.
    ///
    /// @param dataset says the order of columns
    /// @param columns positions of the columns that will be looked at; all others are passed through
    BlockReader open(Dataset dataset, Shard shard, Set<Integer> columns, BlockSize size) throws IOException;

    /// Opens a shard for one scan, with threads that read ahead of the caller. The rows are the same, in the same
    /// order, in blocks that may be cut elsewhere.
    ///
    /// @param readers the threads, of which a format uses as many as it can
    default BlockReader openAhead(Dataset dataset, Shard shard, Set<Integer> columns, BlockSize size, Readers readers)
            throws IOException {
        return new ReadAhead(open(dataset, shard, columns, size), readers);
    }

    /// Prepares writing: everything that all output files of a run share.
    ///
    /// @param dataset the input, of this or of another format
    /// @param type format and compression of the output
    /// @param changes how columns change, by position in the schema
    /// @param missing texts that stand for a missing value, for a format that has a value of its own for it
    Output output(Dataset dataset, FileType type, Map<Integer, ColumnChange> changes, MissingTokens missing)
            throws IOException;

    /// Makes the writers of a run.
    @FunctionalInterface
    interface Output {

        /// Begins an output file, its header included.
        BlockWriter create(OutputStream target) throws IOException;
    }
}
