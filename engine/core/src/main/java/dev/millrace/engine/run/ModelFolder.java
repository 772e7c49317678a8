package dev.millrace.engine.run;

import static java.util.Objects.requireNonNull;

import dev.millrace.engine.json.DocumentFile;
import dev.millrace.engine.json.Json;
import dev.millrace.engine.pickle.Pickle;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.problem.StorageException;
import dev.millrace.engine.strategy.ArtifactFile;
import dev.millrace.engine.strategy.ArtifactSource;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The artifacts of an earlier run: its `model` folder, or the output folder that holds it.
///
/// @param occurrence how many strategies of the same kind stand before the one that reads
record ModelFolder(Path path, int occurrence) implements ArtifactSource {

    private static final int MOST_MEBIBYTES = 1 << 10;

    @Override
    public boolean has(String name) {
        return find(name).isPresent();
    }

    @Override
    public byte[] read(String name) {
        return content(find(name).orElseThrow(() -> absent(name)));
    }

    @Override
    public JsonNode document(String name) {
        Optional<Path> json = find(name + ".json");
        if (json.isPresent()) {
            return Json.parse(content(json.get()), Place.of(json.get()));
        }
        Path pickle = find(name + ".pkl").orElseThrow(() -> absent(name + ".json"));
        Object value = Pickle.read(content(pickle), Place.of(pickle));
        if (!(value instanceof Map)) {
            throw new DataException(
                    new Problem(
                            Place.of(pickle),
                            "the pickle holds no dict",
                            "Name the artifacts of a finished training run"));
        }
        return Json.tree(requireNonNull(value));
    }

    private Optional<Path> find(String name) {
        String numbered = ArtifactFile.numbered(name, occurrence);
        return Stream.of(path.resolve(OutputFolder.MODEL).resolve(numbered), path.resolve(numbered))
                .filter(Files::exists)
                .findFirst();
    }

    private StorageException absent(String plainName) {
        String name = ArtifactFile.numbered(plainName, occurrence);
        return new StorageException(
                new Problem(
                        Place.of(path),
                        "there is no artifact " + name + " in it",
                        "Name the output folder of a finished training run in artifacts.input"));
    }

    private static byte[] content(Path file) {
        try {
            return DocumentFile.bytes(file, MOST_MEBIBYTES);
        } catch (IOException failure) {
            throw StorageException.reading(file, failure);
        }
    }
}
