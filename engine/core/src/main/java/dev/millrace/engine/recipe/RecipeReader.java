package dev.millrace.engine.recipe;

import dev.millrace.engine.json.DocumentFile;
import dev.millrace.engine.json.Json;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.problem.RecipeException;
import dev.millrace.engine.strategy.Strategies;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// Reads recipe files. Reports every mistake at once, each with its line and the nearest known word.
public final class RecipeReader {

    private static final int MOST_MEBIBYTES = 16;

    private final Strategies strategies;

    public RecipeReader(Strategies strategies) {
        this.strategies = strategies;
    }

    /// Reads a recipe file.
    ///
    /// @param overrides settings that replace those of the file
    /// @throws RecipeException if the file cannot be read or is no sound recipe
    public Recipe read(Path file, RecipeOverrides overrides) {
        return draft(file, overrides).recipe();
    }

    /// Reads a recipe file that may have mistakes.
    ///
    /// @param overrides settings that replace those of the file
    /// @throws RecipeException if the file cannot be read or is not JSON
    public RecipeDraft draft(Path file, RecipeOverrides overrides) {
        try {
            Path folder =
                    Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file.getFileSystem().getPath(""));
            return draft(DocumentFile.bytes(file, MOST_MEBIBYTES), file.toString(), folder, overrides);
        } catch (NoSuchFileException absent) {
            throw new RecipeException(new Problem(Place.of(file), "there is no such file", "Check the recipe's path"));
        } catch (IOException failure) {
            String finding =
                    Files.isDirectory(file)
                            ? "this is a folder, not a recipe file"
                            : "the recipe cannot be read: " + failure.getMessage();
            throw new RecipeException(new Problem(Place.of(file), finding, "Name a recipe file that you may read"));
        }
    }

    /// Reads a recipe document that is being edited.
    ///
    /// @param folder what its relative paths are relative to
    /// @param places what its settings are called in messages
    public RecipeDraft draft(RecipeDocument document, Path folder, RecipePlaces places) {
        return new RecipeBinder(strategies, places, folder).bind(document.root());
    }

    /// Reads a recipe document.
    ///
    /// @param source what a person calls the document, for messages
    /// @param folder what its relative paths are relative to
    /// @throws RecipeException if it is no sound recipe
    public Recipe parse(byte[] document, String source, Path folder) {
        return draft(document, source, folder, RecipeOverrides.NONE).recipe();
    }

    private RecipeDraft draft(byte[] document, String source, Path folder, RecipeOverrides overrides) {
        JsonNode root = requireJson(document, source);
        JsonLines lines = new JsonLines(document);
        RecipePlaces places = pointer -> new Place(source, lines.of(pointer), null);
        if (root instanceof ObjectNode object) {
            RecipePlaces replaced = overrides.applyTo(object, places);
            return new RecipeBinder(strategies, replaced, folder).bind(object);
        }
        return new RecipeBinder(strategies, places, folder).bind(root);
    }

    /// A document as a tree, if it is JSON and names no key twice.
    ///
    /// @throws RecipeException with the line if it is not
    static JsonNode requireJson(byte[] document, String source) {
        try {
            JsonLines.require(document);
            return Json.parse(document, Place.of(source));
        } catch (DataException unreadable) {
            throw new RecipeException(unreadable.problems());
        } catch (JacksonException malformed) {
            long line = malformed.getLocation() == null ? 0 : malformed.getLocation().getLineNr();
            throw new RecipeException(
                    new Problem(
                            Place.of(source).atLine(Math.max(0, line)),
                            "not valid JSON: " + malformed.getOriginalMessage(),
                            "Mend the file there"));
        }
    }
}
