package dev.millrace.engine.strategy.impute;

import java.util.Locale;

/// How the value that fills a column is found.
public enum FillStrategy {
    /// The arithmetic mean, rounded once.
    MEAN,
    /// The middle value, or the mean of the two middle ones.
    MEDIAN,
    /// The most frequent value, of several the smallest.
    MODE,
    /// A value of the user's.
    CONSTANT,
    /// The empty text: whatever else counts as missing becomes an empty cell.
    EMPTY;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
