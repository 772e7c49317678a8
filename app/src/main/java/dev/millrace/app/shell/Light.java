package dev.millrace.app.shell;

/// How a place stands, at a glance: a shape, a word and a colour.
public enum Light {
    /// Nothing is there yet.
    EMPTY("○"),
    READY("●"),
    ATTENTION("△"),
    RUNNING("◐"),
    DONE("✓"),
    FAILED("✕");

    private final String mark;

    Light(String mark) {
        this.mark = mark;
    }

    public String mark() {
        return mark;
    }
}
