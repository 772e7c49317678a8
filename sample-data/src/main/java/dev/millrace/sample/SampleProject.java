package dev.millrace.sample;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The sample project that ships with the workbench: a recipe and a small data set of 8 shards.
public final class SampleProject {
    /// Name of the recipe file.
    public static final String RECIPE = "fraud-risk.millrace.json";

    /// Folder of the shards, below the folder of the recipe.
    public static final String DATA = "data";

    /// The settings that the shipped shards were generated with.
    public static final GeneratorSettings SETTINGS = new GeneratorSettings(5_000, 8, 2025, false);

    private static final String RESOURCES = "project/";

    /// Copies the sample project. Changes no file that exists: identical files and an edited recipe are kept as they
    /// are, and other files in the folder are left alone.
    ///
    /// @param folder is created if it does not exist
    /// @return the recipe file
    /// @throws FileAlreadyExistsException if a data file exists with other content; nothing has been copied then
    public Path copyTo(Path folder) throws IOException {
        Map<Path, byte[]> missing = new TreeMap<>();
        for (String name : names()) {
            Path file = folder.resolve(name);
            byte[] content = content(name);
            if (Files.notExists(file)) {
                missing.put(file, content);
            } else if (!name.equals(RECIPE) && !holds(file, content)) {
                throw new FileAlreadyExistsException(
                        file.toString(), null, "the file differs from the one in the sample project");
            }
        }
        Files.createDirectories(folder.resolve(DATA));
        for (Map.Entry<Path, byte[]> entry : missing.entrySet()) {
            write(entry.getKey(), entry.getValue());
        }
        return folder.resolve(RECIPE);
    }

    /// The files of the project, relative to its folder, with `/` between folder and file.
    static List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        new String(content("index.txt"), StandardCharsets.UTF_8).lines().forEach(names::add);
        return names;
    }

    /// The bytes of a shipped file.
    static byte[] content(String name) throws IOException {
        try (InputStream input = SampleProject.class.getResourceAsStream(RESOURCES + name)) {
            if (input == null) {
                throw new IllegalStateException("the class path lacks the resource " + RESOURCES + name);
            }
            return input.readAllBytes();
        }
    }

    private static boolean holds(Path file, byte[] content) throws IOException {
        return Files.isRegularFile(file)
                && Files.size(file) == content.length
                && Arrays.equals(Files.readAllBytes(file), content);
    }

    private static void write(Path file, byte[] content) throws IOException {
        Path hidden = file.resolveSibling("." + file.getFileName() + ".tmp");
        try {
            Files.write(hidden, content);
            Files.move(hidden, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(hidden);
        }
    }
}
