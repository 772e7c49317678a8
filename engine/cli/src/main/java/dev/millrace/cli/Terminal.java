package dev.millrace.cli;

import me.tongfei.progressbar.ProgressBarStyle;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Where the output goes.
///
/// @param interactive whether a person looks at it, rather than a file or a pipe
/// @param columns how many characters fit in a line
/// @param unicode whether it shows more than ASCII
record Terminal(boolean interactive, int columns, boolean unicode) {

    private static final int USUAL_COLUMNS = 80;
    private static final int FEWEST_COLUMNS = 40;
    private static final int MOST_COLUMNS = 120;

    static Terminal current() {
        Console console = System.console();
        boolean interactive = console != null && console.isTerminal();
        boolean unicode = System.getProperty("stdout.encoding", "").toUpperCase(Locale.ROOT).startsWith("UTF");
        return new Terminal(interactive, interactive ? width() : USUAL_COLUMNS, unicode);
    }

    ProgressBarStyle barStyle() {
        return unicode ? ProgressBarStyle.UNICODE_BLOCK : ProgressBarStyle.ASCII;
    }

    private static int width() {
        int columns =
                Optional.ofNullable(System.getenv("COLUMNS"))
                        .flatMap(Terminal::number)
                        .or(Terminal::askedFromSystem)
                        .orElse(USUAL_COLUMNS);
        return Math.clamp(columns, FEWEST_COLUMNS, MOST_COLUMNS);
    }

    /// Java cannot tell; `stty size` prints rows and columns where there is such a command.
    private static Optional<Integer> askedFromSystem() {
        try {
            Process process =
                    new ProcessBuilder("stty", "size")
                            .redirectInput(ProcessBuilder.Redirect.INHERIT)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (!process.waitFor(1, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            String size = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return number(size.substring(size.indexOf(' ') + 1));
        } catch (IOException absent) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<Integer> number(String text) {
        return text.matches("[1-9]\\d{0,3}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
