package dev.millrace.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What the program is used for, done once when it is built: the JVM keeps the classes that it loads meanwhile and what
/// it learns of the methods that are called most, so that later starts need not read and check the classes again, and
/// compile those methods at once as they are best compiled. See `app/pom.xml` and `installer/pom.xml`.
final class Rehearsal {

    private static final String ROWS = "200k"; // enough that every loop over bytes is compiled

    private Rehearsal() {}

    private enum Act {
        /// Starts the command line.
        START,
        /// Runs a recipe from text to text, to Parquet and from there to Parquet.
        RUNS,
        /// Opens the workbench.
        WORKBENCH
    }

    /// Does what is asked for, in that order.
    ///
    /// @param arguments the folder in which this makes one of its own, and removes it; then the acts
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory(Path.of(arguments[0]), "rehearsal");
        Path recipe = folder.resolve("rehearsal.millrace.json");
        try {
            for (String act : List.of(arguments).subList(1, arguments.length)) {
                switch (Act.valueOf(act.toUpperCase(Locale.ROOT))) {
                    case START -> start(folder, recipe);
                    case RUNS -> runs(folder, recipe);
                    case WORKBENCH -> perform("gui", "--picture", folder.resolve("workbench.png"));
                }
            }
        } finally {
            delete(folder);
        }
    }

    private static void start(Path folder, Path recipe) {
        perform("--help");
        perform("generate", folder.resolve("data"), "--rows", ROWS, "--shards", 4, "--recipe", recipe);
        perform("plan", recipe);
    }

    private static void runs(Path folder, Path recipe) {
        Path parquet = folder.resolve("parquet");
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
