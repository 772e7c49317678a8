package dev.millrace.app.run;

/// Where a run is.
public enum RunState {
    /// Nothing has run yet.
    IDLE,
    /// The plan is made.
    PREPARING,
    RUNNING,
    /// The person paused it.
    PAUSED,
    /// The person cancelled, and the workers come to the end of their blocks.
    CANCELLING,
    DONE,
    FAILED,
    CANCELLED;

    public boolean isLive() {
        return this == PREPARING || this == RUNNING || this == PAUSED || this == CANCELLING;
    }

    public boolean isFinished() {
        return this == DONE || this == FAILED || this == CANCELLED;
    }
}
