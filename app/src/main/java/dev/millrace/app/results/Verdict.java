package dev.millrace.app.results;

/// How a run came out.
public enum Verdict {
    /// Nothing is shown.
    NONE,
    /// All rows are accounted for.
    COMPLETE,
    /// Files are not any more what the run wrote.
    DAMAGED,
    UNFINISHED,
    FAILED,
    CANCELLED,
    /// A later run wrote into the same folder.
    REPLACED,
    /// The results are not there any more.
    GONE
}
