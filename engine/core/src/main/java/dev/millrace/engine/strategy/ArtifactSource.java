package dev.millrace.engine.strategy;

/// The artifacts of an earlier run.
@FunctionalInterface
public interface ArtifactSource {

    /// The content of an artifact file.
    ///
    /// @param name its name under `model/`
    /// @throws dev.millrace.engine.problem.StorageException if it is absent or cannot be read
    byte[] read(String name);
}
