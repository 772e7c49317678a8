package dev.millrace.engine.block;

/// How the values of a column change.
public enum ColumnChange {
    /// Every cell becomes a number.
    ALL_NUMBERS,
    /// Some cells become numbers, the others stay.
    SOME_NUMBERS,
    /// Some or all cells become texts.
    TEXTS;

    /// This change, then another.
    public ColumnChange then(ColumnChange later) {
        return switch (later) {
            case ALL_NUMBERS -> ALL_NUMBERS;
            case SOME_NUMBERS -> this;
            case TEXTS -> TEXTS;
        };
    }
}
