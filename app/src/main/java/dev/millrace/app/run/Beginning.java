package dev.millrace.app.run;

/// How a run begins.
public enum Beginning {
    /// In a folder that is free for it.
    NEW,
    /// Where a run that did not finish left off.
    RESUMED,
    /// In place of whatever an earlier run left.
    REPLACING
}
