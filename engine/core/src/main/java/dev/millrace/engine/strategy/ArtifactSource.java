package dev.millrace.engine.strategy;

/// The artifacts of an earlier run.
@FunctionalInterface
public interface ArtifactSource {

    /// The content of an artifact file.
    ///
    /// @param name its name under `model/`
    /// @throws dev.millrace.engine.problem.StorageException if it is absent or cannot be read
    byte[] read(String name);

    /// Whether there is an artifact file of this name, for those that not every run has. A source that cannot tell says
    /// yes, and leaves it to [#read] to fail.
    default boolean has(String name) {
        return true;
    }
}
