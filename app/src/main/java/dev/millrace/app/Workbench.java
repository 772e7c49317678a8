package dev.millrace.app;

import dev.millrace.app.background.Background;
import dev.millrace.app.background.ScreenThread;
import dev.millrace.app.benchmark.LaboratoryBenchmarks;
import dev.millrace.app.run.EngineRuns;
import dev.millrace.app.run.TelemetryFeed;
import dev.millrace.app.shell.WindowState;
import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.app.view.StageDesktop;
import dev.millrace.engine.Engine;
import dev.millrace.engine.telemetry.Telemetry;

import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.prefs.Preferences;

/// The JavaFX application: one window around what [Wiring] makes.
public final class Workbench extends Application {

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final Duration PAUSE = Duration.ofMillis(150);
    private static final String PICTURE = "picture";

    private final TelemetryFeed telemetry = new TelemetryFeed(Telemetry::new);

    /// Shows the window and returns when it is closed.
    ///
    /// @param sampleFolder where the sample project is copied to
    /// @param path what to open, if anything
    /// @param picture where a picture of the window is written to, which then closes by itself
    static void open(Path sampleFolder, @Nullable Path path, @Nullable Path picture) {
        List<String> arguments = new ArrayList<>(List.of(sampleFolder.toString()));
        if (path != null) {
            arguments.add(path.toString());
        }
        if (picture != null) {
            arguments.add("--" + PICTURE + "=" + picture);
        }
        launch(Workbench.class, arguments.toArray(String[]::new));
    }

    @Override
    public void start(Stage stage) {
        Locale locale = Locale.getDefault(Locale.Category.FORMAT);
        Texts texts = new Texts(locale);
        Engine engine = new Engine();
        Preferences preferences = Preferences.userRoot().node("dev/millrace");
        ScreenThread screen = new ScreenThread();
        List<String> arguments = getParameters().getUnnamed();
        Wiring wiring =
                new Wiring(
                        new Wiring.Surroundings(
                                engine,
                                new EngineRuns(engine),
                                new LaboratoryBenchmarks(engine),
                                new Background(Executors.newVirtualThreadPerTaskExecutor(), screen, PAUSE),
                                telemetry,
                                preferences,
                                Path.of(arguments.getFirst()),
                                drafts(),
                                new StageDesktop(stage, texts, getHostServices()::showDocument),
                                Bindings.equal(Platform.getPreferences().colorSchemeProperty(), ColorScheme.DARK),
                                Clock.systemUTC()),
                        texts,
                        new Figures(locale));
        Thread.setDefaultUncaughtExceptionHandler(
                (_, failure) -> screen.execute(() -> wiring.shell().showUnexpected(failure)));
        show(stage, wiring, new WindowState(preferences), texts);
        List<Path> opened = arguments.stream().skip(1).map(Path::of).toList();
        opened.forEach(wiring.home()::open);
        String picture = getParameters().getNamed().get(PICTURE);
        if (picture != null) {
            WindowPicture window = new WindowPicture(stage, Path.of(picture));
            if (opened.isEmpty()) {
                window.take();
            } else {
                window.takeWhenOpened(wiring.project().stateProperty());
            }
        }
    }

    /// Unsaved work is kept where the platform keeps the state of programs.
    private static Path drafts() {
        String home = System.getProperty("user.home");
        String local = System.getenv("LOCALAPPDATA");
        String state = System.getenv("XDG_STATE_HOME");
        Path folder =
                local != null ? Path.of(local) : state != null ? Path.of(state) : Path.of(home, ".local", "state");
        return folder.resolve("millrace").resolve("drafts");
    }

    private static void show(Stage stage, Wiring wiring, WindowState state, Texts texts) {
        Wiring.Window window = wiring.window(WIDTH, HEIGHT);
        stage.setScene(window.scene());
        stage.titleProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        wiring.shell().titleProperty().get().isEmpty()
                                                ? texts.of("app.name")
                                                : texts.of("app.title", wiring.shell().titleProperty().get()),
                                wiring.shell().titleProperty()));
        state.restore(stage);
        stage.setOnCloseRequest((WindowEvent event) -> {
            if (!window.controller().mayClose(stage::close)) {
                event.consume();
            }
        });
        stage.setOnHiding(_ -> state.save(stage));
        stage.show();
    }

    @Override
    public void stop() {
        telemetry.close();
    }
}
