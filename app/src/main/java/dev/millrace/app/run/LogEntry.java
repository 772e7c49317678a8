package dev.millrace.app.run;

import java.time.Instant;

/// A line of the log.
///
/// @param at when it happened
/// @param level how much it matters
/// @param text in words
public record LogEntry(Instant at, Level level, String text) {

    /// How much it matters.
    public enum Level {
        STEP,
        DETAIL,
        WARNING,
        FAILURE
    }
}
