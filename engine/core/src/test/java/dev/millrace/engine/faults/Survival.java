package dev.millrace.engine.faults;

/// What was not forced to disk when the power is cut.
enum Survival {
    /// It is lost.
    FORCED,

    /// Of every file and folder, the changes up to some point of time survive; the last write may be torn.
    SOME,

    /// All of it survives, as after the death of the process alone.
    ALL
}
