package dev.millrace.engine.dataset;

/// How the rows of a shard are written.
public enum ShardFormat {
    /// Comma-separated values, RFC 4180 unless the dialect says otherwise.
    CSV(".csv"),
    /// Tab-separated values.
    TSV(".tsv"),
    /// JSON Lines: one object per line.
    JSONL(".jsonl"),
    /// One JSON array of objects.
    JSON(".json"),
    /// Apache Parquet.
    PARQUET(".parquet");

    private final String ending;

    ShardFormat(String ending) {
        this.ending = ending;
    }

    /// The ending of file names, with its dot.
    public String ending() {
        return ending;
    }

    /// Whether each row names its columns, so that they may differ from row to row and a missing one is a missing
    /// value.
    public boolean rowsNameColumns() {
        return this == JSONL || this == JSON;
    }

    /// Whether rows are text, so that a file as a whole may be compressed.
    public boolean isText() {
        return this != PARQUET;
    }
}
