package dev.millrace.app.benchmark;

/// Where the window's benchmark is.
public enum BenchmarkState {
    /// None was started yet.
    IDLE,
    RUNNING,
    /// The person cancelled, and the run under way ends.
    CANCELLING,
    DONE,
    FAILED,
    CANCELLED;

    public boolean isLive() {
        return this == RUNNING || this == CANCELLING;
    }
}
