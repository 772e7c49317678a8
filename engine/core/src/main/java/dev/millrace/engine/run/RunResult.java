package dev.millrace.engine.run;

/// How a run ended.
public sealed interface RunResult {

    /// All outputs are in place.
    record Done(Manifest manifest) implements RunResult {}

    /// Nothing is under a final name. @param cause an `EngineException` unless the engine itself is at fault
    record Failed(RuntimeException cause) implements RunResult {}

    /// The user cancelled; nothing is under a final name.
    record Cancelled() implements RunResult {}
}
