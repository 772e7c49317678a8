package dev.millrace.engine.strategy;

import tools.jackson.databind.JsonNode;

/// The artifacts of an earlier run.
public interface ArtifactSource {

    /// The content of an artifact file.
    ///
    /// @param name its name under `model/`
    /// @throws dev.millrace.engine.problem.StorageException if it is absent or cannot be read
    byte[] read(String name);

    /// The content of `name.json` or, where there is none, of the Python pickle `name.pkl`, in which keys that are
    /// numbers become their texts.
    ///
    /// @throws dev.millrace.engine.problem.EngineException if both are absent or the one cannot be read
    JsonNode document(String name);
}
