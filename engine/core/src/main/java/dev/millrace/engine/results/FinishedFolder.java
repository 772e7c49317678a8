package dev.millrace.engine.results;

import dev.millrace.engine.json.Json;
import dev.millrace.engine.problem.EngineException;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.recipe.RecipeDocument;
import dev.millrace.engine.run.Manifest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Reads what a finished run left beside its data. A file that cannot be read is told and left out: it must not hide
/// the others.
final class FinishedFolder {

    private static final int RECIPE_MEBIBYTES = 16;

    private final List<Problem> problems = new ArrayList<>();
    private final Path folder;
    private final Manifest manifest;

    private FinishedFolder(Path folder, Manifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
    }

    static Results.Finished read(Path folder, Manifest manifest) {
        FinishedFolder reading = new FinishedFolder(folder, manifest);
        List<ArtifactTable> artifacts = reading.artifacts();
        List<EventLine> events = reading.orElse(List.of(), () -> EventLine.read(folder.resolve("_run/events.jsonl")));
        return new Results.Finished(folder, manifest, reading.recipe(), artifacts, events, reading.problems);
    }

    private RecipeDocument recipe() {
        Path file = folder.resolve("_run/recipe.json");
        RecipeDocument ofManifest = RecipeDocument.parse(Json.document(manifest.recipe()), "the manifest's recipe");
        return orElse(
                ofManifest, () -> RecipeDocument.parse(ResultFile.bytes(file, RECIPE_MEBIBYTES), file.toString()));
    }

    private List<ArtifactTable> artifacts() {
        List<ArtifactTable> tables = new ArrayList<>();
        List<String> names = manifest.artifacts().stream().map(Manifest.ArtifactEntry::path).toList();
        for (String name : names) {
            Path file = folder.resolve(name).normalize();
            boolean inside = file.startsWith(folder.normalize()) && Files.exists(file);
            if (inside && name.endsWith(".json") && !names.contains(summaryOf(name))) {
                tables.addAll(orElse(List.of(), () -> ArtifactReader.tables(name, file)));
            }
        }
        return tables;
    }

    /// The summary says all that the values of filled columns say, and more.
    private static String summaryOf(String name) {
        return name.contains("impute_dict") ? name.replace("impute_dict", "imputation_summary") : "";
    }

    private <T> T orElse(T none, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (EngineException unreadable) {
            problems.addAll(unreadable.problems());
            return none;
        }
    }
}
