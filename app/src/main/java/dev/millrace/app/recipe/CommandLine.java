package dev.millrace.app.recipe;

import java.nio.file.Path;
import java.util.regex.Pattern;

/// The line that does in a terminal what the workbench does.
final class CommandLine {

    private static final Pattern PLAIN = Pattern.compile("[\\w./:\\\\@%+=-]+");

    private CommandLine() {}

    /// Runs a recipe file. A path that a shell would take apart is quoted, so that it stays one word.
    static String run(Path recipe, boolean windows) {
        return "millrace run " + quoted(recipe.toAbsolutePath().toString(), windows);
    }

    private static String quoted(String text, boolean windows) {
        if (PLAIN.matcher(text).matches()) {
            return text;
        }
        return windows ? '"' + text + '"' : "'" + text.replace("'", "'\\''") + "'";
    }
}
