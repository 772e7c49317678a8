package dev.millrace.cli;

import dev.millrace.engine.json.Json;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.StorageException;
import dev.millrace.sample.SampleProject;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/// The sample project's recipe, for a dataset elsewhere.
final class SampleRecipe {

    private static final String RESOURCE = "project/" + SampleProject.RECIPE;

    private SampleRecipe() {}

    /// Writes a new recipe file that reads `dataset`, by a path relative to the file where there is one.
    ///
    /// @throws StorageException if it cannot be written
    static void write(Path file, Path dataset) {
        Path target = file.toAbsolutePath().normalize();
        Path folder = Objects.requireNonNull(target.getParent(), "a recipe lies in a folder");
        try {
            JsonNode recipe = Json.parse(content(), Place.of(RESOURCE));
            ((ObjectNode) recipe.path("dataset")).put("path", relative(folder, dataset.toAbsolutePath().normalize()));
            Files.createDirectories(folder);
            Files.write(target, Json.document(recipe), StandardOpenOption.CREATE_NEW);
        } catch (IOException failure) {
            throw StorageException.writing(target, failure);
        }
    }

    private static byte[] content() throws IOException {
        try (InputStream input = SampleProject.class.getResourceAsStream(RESOURCE)) {
            return Objects.requireNonNull(input, "the class path lacks " + RESOURCE).readAllBytes();
        }
    }

    private static String relative(Path folder, Path dataset) {
        if (!Objects.equals(folder.getRoot(), dataset.getRoot())) {
            return dataset.toString();
        }
        String path = folder.relativize(dataset).toString().replace('\\', '/');
        return path.isEmpty() ? "." : path;
    }
}
