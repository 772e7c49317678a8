package dev.millrace.app.history;

/// What there is of a run's results.
public enum Standing {
    /// They are in their folder.
    THERE,
    /// A run that did not finish left what can be gone on with.
    UNFINISHED,
    /// A later run wrote into the same folder.
    REPLACED,
    /// The folder is not there any more.
    GONE,
    /// The run left nothing.
    NOTHING
}
