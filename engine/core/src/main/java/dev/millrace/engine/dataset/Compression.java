package dev.millrace.engine.dataset;

/// How a shard is compressed: a text format as a whole file, Parquet page by page.
public enum Compression {
    NONE,
    /// RFC 1952; text formats only.
    GZIP,
    /// RFC 8878.
    ZSTD,
    /// Parquet only.
    SNAPPY,
    /// Parquet only: each column chunk in its own way, as the file tells and its name does not.
    PER_COLUMN
}
