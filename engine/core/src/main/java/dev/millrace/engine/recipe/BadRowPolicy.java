package dev.millrace.engine.recipe;

/// What is done with a row that cannot be read: a wrong number of fields, undecodable bytes, a label or date that is
/// none.
public enum BadRowPolicy {
    /// The run fails and names the row.
    FAIL,
    /// The row goes to `rejected/` with the reason and its place.
    QUARANTINE,
    /// The row is left out and counted.
    SKIP
}
