package dev.millrace.app;

import dev.millrace.sample.SampleProject;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;

/// `millrace gui`: opens the workbench. Without a display it runs the sample in the terminal instead.
@Command(
        name = "gui",
        mixinStandardHelpOptions = true,
        description = "Opens the workbench. Without a display, runs the sample recipe in the terminal.")
final class GuiCommand implements Callable<Integer> {

    private static final String SAMPLE_FOLDER = "millrace.sample";

    @Spec private CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "PATH",
            description = "A recipe or a folder of shards to open.")
    private @Nullable Path path;

    @Option(names = "--sample", description = "Copies the sample project to ~/Millrace/sample and opens it.")
    private boolean sample;

    @Option(
            names = "--picture",
            hidden = true,
            paramLabel = "FILE",
            description = "Writes a picture of the window as PNG and closes it; needs no display.")
    private @Nullable Path picture;

    @Override
    public Integer call() throws IOException {
        boolean display = hasDisplay(System.getProperty("os.name", ""), System.getenv(), System::getProperty);
        if (picture != null && !display) {
            // JavaFX's own platform without a screen.
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
        }
        if (display || picture != null) {
            return openWindow();
        }
        CommandLine program = spec.commandLine().getParent();
        program.getOut().println("There is no display for the workbench: the sample recipe runs here instead.");
        program.getOut().flush();
        Path recipe = path != null ? path : new SampleProject().copyTo(sampleFolder());
        return program.execute("run", recipe.toString(), "--overwrite");
    }

    /// Whether a window can be shown. Elsewhere than on Linux there is always a display.
    static boolean hasDisplay(
            String system, Map<String, String> environment, UnaryOperator<@Nullable String> property) {
        boolean headless = "headless".equalsIgnoreCase(property.apply("glass.platform"));
        boolean linux = system.toLowerCase(Locale.ROOT).contains("linux");
        return !headless && (!linux || isSet(environment.get("DISPLAY")) || isSet(environment.get("WAYLAND_DISPLAY")));
    }

    private static boolean isSet(@Nullable String variable) {
        return variable != null && !variable.isEmpty();
    }

    private int openWindow() throws IOException {
        Path opened = path == null && sample ? new SampleProject().copyTo(sampleFolder()) : path;
        Workbench.open(sampleFolder(), opened, picture);
        return 0;
    }

    private static Path sampleFolder() {
        String folder = System.getProperty(SAMPLE_FOLDER);
        return folder != null ? Path.of(folder) : Path.of(System.getProperty("user.home"), "Millrace", "sample");
    }
}
