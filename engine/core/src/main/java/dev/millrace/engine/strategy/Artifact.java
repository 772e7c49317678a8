package dev.millrace.engine.strategy;

import java.util.List;

/// What a strategy has learned, ready to be saved and applied. Immutable, and shared by all workers.
public interface Artifact {

    /// The files it is saved as, under `model/`. Equal artifacts give equal bytes.
    List<ArtifactFile> files();

    /// A transform for one shard; each worker has its own.
    Transform transform();

    /// Things the user should know, such as a field that is left untouched.
    List<String> warnings();
}
