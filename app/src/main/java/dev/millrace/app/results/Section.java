package dev.millrace.app.results;

/// What is shown of a run.
public enum Section {
    DATA,
    LEARNED,
    FILES,
    RECIPE,
    EVENTS
}
