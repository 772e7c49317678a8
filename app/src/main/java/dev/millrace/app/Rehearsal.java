package dev.millrace.app;

import dev.millrace.cli.Millrace;

import java.nio.file.Path;
import java.util.stream.Stream;

/// What the command line is mostly used for, done once when the program is built: the JVM keeps the classes that it
/// loads meanwhile and what it learns of the methods that are called most, so that later starts need not read and check
/// the classes again, and compile those methods at once as they are best compiled. See `app/pom.xml`.
final class Rehearsal {

    private static final String ROWS = "200k"; // enough that every loop over bytes is compiled

    private Rehearsal() {}

    /// Runs a recipe from text to text, to Parquet and from there to Parquet, in a folder that is given and must not be
    /// there yet.
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        Path data = folder.resolve("data");
        Path recipe = folder.resolve("rehearsal.millrace.json");
        Path parquet = folder.resolve("parquet");
        perform("generate", data, "--rows", ROWS, "--shards", 4, "--recipe", recipe);
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
    }

    private static void run(Path recipe, Path output, String... options) {
        perform(
                Stream.concat(Stream.of("run", recipe, "--output", output, "--overwrite"), Stream.of(options))
                        .toArray());
    }

    private static void perform(Object... command) {
        String[] words = Stream.of(command).map(Object::toString).toArray(String[]::new);
        int code = Millrace.commandLine().execute(words);
        if (code != 0) {
            throw new IllegalStateException("millrace " + String.join(" ", words) + " ended with " + code);
        }
    }
}
