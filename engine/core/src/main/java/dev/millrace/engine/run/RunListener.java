package dev.millrace.engine.run;

/// Told of everything that happens in a run, on the engine's threads but never by two at once. Must return at once:
/// hand over to a queue whatever takes time. An exception is logged and harms nobody.
@FunctionalInterface
public interface RunListener {
    void on(RunEvent event);
}
