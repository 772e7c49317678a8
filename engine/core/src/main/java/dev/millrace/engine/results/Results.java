package dev.millrace.engine.results;

import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.recipe.RecipeDocument;
import dev.millrace.engine.run.Manifest;
import dev.millrace.engine.run.UnfinishedRun;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What an output folder holds.
public sealed interface Results {

    Path folder();

    /// A finished run.
    ///
    /// @param recipe as it was run, with absolute paths
    /// @param artifacts what was learned, as tables
    /// @param events what happened, in order
    /// @param problems what of it could not be read
    record Finished(
            Path folder,
            Manifest manifest,
            RecipeDocument recipe,
            List<ArtifactTable> artifacts,
            List<EventLine> events,
            List<Problem> problems)
            implements Results {

        public Finished {
            artifacts = List.copyOf(artifacts);
            events = List.copyOf(events);
            problems = List.copyOf(problems);
        }
    }

    /// A run that did not finish and can be resumed.
    ///
    /// @param recipe as it was run, with absolute paths
    record Unfinished(Path folder, UnfinishedRun run, RecipeDocument recipe) implements Results {}

    /// No run.
    ///
    /// @param exists whether there is such a folder
    record None(Path folder, boolean exists) implements Results {}

    /// Looks into a folder. Reads manifest, events and artifacts, no data.
    ///
    /// @throws dev.millrace.engine.problem.EngineException if the manifest is damaged or cannot be read
    static Results in(Path folder) {
        Optional<Manifest> manifest = Manifest.ofFinishedRun(folder);
        if (manifest.isPresent()) {
            return FinishedFolder.read(folder, manifest.get());
        }
        Optional<UnfinishedRun> unfinished = UnfinishedRun.in(folder);
        if (unfinished.isPresent()) {
            return new Unfinished(folder, unfinished.get(), UnfinishedRun.recipeIn(folder).orElseThrow());
        }
        return new None(folder, Files.isDirectory(folder));
    }
}
