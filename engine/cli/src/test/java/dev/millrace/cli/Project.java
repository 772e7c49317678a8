package dev.millrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.sample.SampleProject;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A copy of the sample project: 5,000 rows in 8 shards, and its recipe.
record Project(Path folder) {

    static Project in(Path folder) {
        try {
            new SampleProject().copyTo(folder);
            return new Project(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Path recipe() {
        return folder.resolve(SampleProject.RECIPE);
    }

    Path output() {
        return folder.resolve("out");
    }

    Path shard(int number) {
        return folder.resolve("data/part-0000" + number + ".csv");
    }

    /// Replaces a text that is in the recipe.
    Project edit(String text, String replacement) throws IOException {
        String before = Files.readString(recipe());
        assertThat(before).contains(text);
        Files.writeString(recipe(), before.replace(text, replacement));
        return this;
    }

    /// Every file of the output folder, relative to it.
    List<String> outputs() throws IOException {
        return filesIn(output());
    }

    static List<String> filesIn(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
