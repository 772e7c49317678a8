package dev.millrace.app.run;

/// How far one pass is with one shard.
public enum TileState {
    QUEUED("○"),
    READING("◐"),
    DONE("✓"),
    FAILED("✕"),
    /// The run ended before it was done.
    STOPPED("–"),
    /// The pass does not look at it.
    SKIPPED("–");

    private final String mark;

    TileState(String mark) {
        this.mark = mark;
    }

    /// A shape, so that colour is not the only carrier.
    public String mark() {
        return mark;
    }
}
