package dev.millrace.engine.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What lies in a folder.
public final class Tree {

    private Tree() {}

    /// Every file, as relative path with `/`, and its bytes as a text of ISO 8859-1, which shows well when they differ.
    public static SortedMap<String, String> files(Path folder) {
        SortedMap<String, String> files = new TreeMap<>();
        for (Path path : paths(folder)) {
            if (Files.isRegularFile(path)) {
                files.put(relative(folder, path), bytes(path));
            }
        }
        return files;
    }

    /// The results of a run: every file that is not in `_run`.
    public static SortedMap<String, String> results(Path output) {
        SortedMap<String, String> files = files(output);
        files.keySet().removeIf(name -> name.startsWith("_run/"));
        return files;
    }

    /// Every file and folder in it, as relative paths; empty when there is no such folder.
    public static List<String> names(Path folder) {
        return paths(folder).stream().map(path -> relative(folder, path)).toList();
    }

    /// A file's bytes as a text of ISO 8859-1.
    public static String bytes(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Writes a file and the folders it is in.
    public static Path write(Path file, String text) {
        return write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /// Writes a file and the folders it is in.
    public static Path write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return Files.write(file, content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Deletes a folder with everything in it, if it is there.
    public static void delete(Path folder) {
        try {
            for (Path path : paths(folder).reversed()) {
                Files.delete(path);
            }
            Files.deleteIfExists(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<Path> paths(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> !path.equals(folder)).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String relative(Path folder, Path path) {
        return folder.relativize(path).toString().replace('\\', '/');
    }
}
