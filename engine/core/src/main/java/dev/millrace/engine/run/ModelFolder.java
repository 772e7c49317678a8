package dev.millrace.engine.run;

import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.problem.StorageException;
import dev.millrace.engine.strategy.ArtifactSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The artifacts of an earlier run: its `model` folder, or the output folder that holds it.
record ModelFolder(Path path) implements ArtifactSource {

    @Override
    public boolean has(String name) {
        return Files.exists(file(name));
    }

    @Override
    public byte[] read(String name) {
        Path file = file(name);
        if (!Files.exists(file)) {
            throw new StorageException(
                    new Problem(
                            Place.of(path),
                            "there is no artifact " + name + " in it",
                            "Name the output folder of a finished training run in artifacts.input"));
        }
        try {
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw StorageException.reading(file, failure);
        }
    }

    private Path file(String name) {
        Path inside = path.resolve(OutputFolder.MODEL).resolve(name);
        return Files.exists(inside) ? inside : path.resolve(name);
    }
}
