package dev.millrace.engine.results;

import static java.util.Objects.requireNonNull;

import dev.millrace.engine.json.Json;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.engine.recipe.RecipeDocument;
import dev.millrace.engine.run.Manifest;
import dev.millrace.engine.run.RunEvent.Outcome;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What is remembered of a run after its folder may be gone.
///
/// @param format version of this document
/// @param id tells runs apart
/// @param begun when it began
/// @param millis how long it took
/// @param output its output folder
/// @param recipe the document that was run, with absolute paths
/// @param figures of a run that is done; null of any other
/// @param warnings how many there were
/// @param places where a failed run found something wrong: no more, as findings may quote data
public record RunRecord(
        int format,
        String id,
        Instant begun,
        long millis,
        Outcome outcome,
        String output,
        String recipe,
        @Nullable RunFigures figures,
        int warnings,
        List<String> places) {

    private static final int FORMAT = 1;

    public RunRecord {
        requireNonNull(id, "id is null");
        requireNonNull(begun, "begun is null");
        requireNonNull(outcome, "outcome is null");
        requireNonNull(output, "output is null");
        requireNonNull(recipe, "recipe is null");
        places = List.copyOf(places);
    }

    /// Of a run that is done.
    public static RunRecord of(Results.Finished results) {
        return of(results.manifest(), results.folder(), results.recipe());
    }

    /// Of a run that is done.
    ///
    /// @param recipe with absolute paths
    public static RunRecord of(Manifest manifest, Path output, RecipeDocument recipe) {
        RunFigures figures = RunFigures.of(manifest);
        return new RunRecord(
                FORMAT,
                manifest.run(),
                manifest.started(),
                figures.millis(),
                Outcome.DONE,
                output.toAbsolutePath().normalize().toString(),
                recipe.toString(),
                figures,
                manifest.warnings().size(),
                List.of());
    }

    /// Of a run that has no manifest: it failed or was cancelled, or its folder is gone.
    ///
    /// @param recipe with absolute paths
    /// @param places where something was wrong
    public static RunRecord withoutManifest(
            Instant begun, Duration took, Outcome outcome, Recipe recipe, List<String> places) {
        Path output = recipe.outputPath().toAbsolutePath().normalize();
        return new RunRecord(
                FORMAT,
                begun.toString() + "-" + Integer.toHexString(output.hashCode()),
                begun,
                took.toMillis(),
                outcome,
                output.toString(),
                RecipeDocument.of(recipe).toString(),
                null,
                0,
                places);
    }

    /// The recipe that was run.
    ///
    /// @throws dev.millrace.engine.problem.RecipeException if it is damaged
    public RecipeDocument recipeDocument() {
        return RecipeDocument.parse(recipe.getBytes(StandardCharsets.UTF_8), "the recipe of run " + id);
    }

    /// The record as its file.
    public byte[] document() {
        return Json.document(this);
    }

    /// Reads a record.
    ///
    /// @param source what a person calls it, for messages
    /// @throws dev.millrace.engine.problem.DataException if it is none
    public static RunRecord parse(byte[] document, String source) {
        Place place = Place.of(source);
        return Json.read(Json.parse(document, place), RunRecord.class, place);
    }
}
