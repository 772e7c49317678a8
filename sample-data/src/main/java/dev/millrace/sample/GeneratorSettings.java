package dev.millrace.sample;

/// What a [TransactionGenerator] writes.
///
/// @param rows number of data rows over all shards, at most [#MAX_ROWS_PER_SHARD] for each shard on average
/// @param shards number of files, 1 to [#MAX_SHARDS]; with `splitFolders`, number of files in each sub-folder
/// @param seed picks the random numbers: the same settings always give the same bytes
/// @param splitFolders whether the rows go to the sub-folders `train` (70 %), `val` (15 %) and `test` (15 %)
public record GeneratorSettings(long rows, int shards, long seed, boolean splitFolders) {
    /// The largest number of shards in one folder: file names have five digits.
    public static final int MAX_SHARDS = 99_999;

    /// The largest number of rows in one shard (about 4.6 GB): above it transaction ids would repeat.
    public static final long MAX_ROWS_PER_SHARD = 33_000_000;

    public GeneratorSettings {
        if (rows < 0) {
            throw new IllegalArgumentException("rows must be 0 or more, but is " + rows);
        }
        if (shards < 1 || shards > MAX_SHARDS) {
            throw new IllegalArgumentException("shards must be from 1 to " + MAX_SHARDS + ", but is " + shards);
        }
        if (Math.ceilDiv(rows, (long) shards) > MAX_ROWS_PER_SHARD) {
            throw new IllegalArgumentException(
                    "a shard holds at most "
                            + MAX_ROWS_PER_SHARD
                            + " rows, but "
                            + rows
                            + " rows in "
                            + shards
                            + " shards need "
                            + Math.ceilDiv(rows, (long) shards));
        }
    }
}
