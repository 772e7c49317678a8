package dev.millrace.app;

import dev.millrace.cli.Millrace;
import dev.millrace.sample.SampleProject;

import java.io.IOException;
import java.nio.file.Path;

/// What the command line is mostly used for, done once with the sample when the program is built: the JVM keeps the
/// classes that it loads meanwhile, so that later starts need not read and check them again. See `app/pom.xml`.
final class Rehearsal {

    private Rehearsal() {}

    /// Runs the sample from text to Parquet and back, in a folder that is given.
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        String recipe = new SampleProject().copyTo(folder.resolve("sample")).toString();
        Path parquet = folder.resolve("parquet");
        Path text = folder.resolve("text");
        perform("plan", recipe);
        perform("run", recipe, "--set", "output.format=parquet", "--output", parquet.toString(), "--overwrite");
        perform(
                "run",
                recipe,
                "--mode",
                "streaming",
                "--set",
                "dataset.path=" + parquet.resolve("train"),
                "--set",
                "output.format=csv",
                "--output",
                text.toString(),
                "--overwrite");
    }

    private static void perform(String... command) {
        int code = Millrace.commandLine().execute(command);
        if (code != 0) {
            throw new IllegalStateException("millrace " + String.join(" ", command) + " ended with " + code);
        }
    }
}
