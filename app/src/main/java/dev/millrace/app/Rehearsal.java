package dev.millrace.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// What the command line is mostly used for, done once when the program is built: the JVM keeps the classes that it
/// loads meanwhile and what it learns of the methods that are called most, so that later starts need not read and check
/// the classes again, and compile those methods at once as they are best compiled. See `app/pom.xml`.
final class Rehearsal {

    private static final String ROWS = "200k"; // enough that every loop over bytes is compiled

    private Rehearsal() {}

    /// Runs a recipe from text to text, to Parquet and from there to Parquet.
    ///
    /// @param arguments the folder in which this makes one of its own, and removes it; then `gui` if the workbench is
    ///   to be opened too
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory(Path.of(arguments[0]), "rehearsal");
        try {
            rehearse(folder, arguments.length > 1);
        } finally {
            delete(folder);
        }
    }

    private static void rehearse(Path folder, boolean workbench) {
        Path recipe = folder.resolve("rehearsal.millrace.json");
        Path parquet = folder.resolve("parquet");
        perform("generate", folder.resolve("data"), "--rows", ROWS, "--shards", 4, "--recipe", recipe);
        perform("plan", recipe);
        run(recipe, folder.resolve("text"), "--mode", "streaming");
        run(recipe, folder.resolve("batch"), "--mode", "batch");
        run(recipe, parquet, "--mode", "streaming", "--set", "output.format=parquet");
        run(
                recipe,
                folder.resolve("copied"),
                "--mode",
                "streaming",
                "--set",
                "dataset.path=" + parquet.resolve("train"));
        if (workbench) {
            perform("gui", recipe, "--picture", folder.resolve("workbench.png"));
        }
    }

    private static void run(Path recipe, Path output, String... options) {
        perform(
                Stream.concat(Stream.of("run", recipe, "--output", output, "--overwrite"), Stream.of(options))
                        .toArray());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private static void perform(Object... command) {
        String[] words = Stream.of(command).map(Object::toString).toArray(String[]::new);
        int code = Main.commandLine().execute(words);
        if (code != 0) {
            throw new IllegalStateException("millrace " + String.join(" ", words) + " ended with " + code);
        }
    }
}
