package dev.millrace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.app.theme.Theme;

import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;

import org.testfx.api.FxToolkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

import javax.imageio.ImageIO;

/// Writes pictures of the workbench to `target/snapshots`, for people to look at.
public final class Snapshots {

    static final Path FOLDER = Path.of("target", "snapshots");

    private static final List<Theme> THEMES = List.of(Theme.LIGHT, Theme.DARK);

    private Snapshots() {}

    /// One picture in each theme. A scene without a window may be larger than the headless screen.
    static void write(Wiring wiring, String name, int width, int height) throws Exception {
        write(wiring, name, width, height, _ -> {});
    }

    /// One picture in each theme, after something was done in the window.
    static void write(Wiring wiring, String name, int width, int height, Consumer<Scene> first) throws Exception {
        writeWindow(wiring, name, width, height, window -> first.accept(window.scene()));
    }

    /// One picture in each theme of a usual window and of a large one.
    static void writeBoth(Wiring wiring, String name) throws Exception {
        writeBoth(wiring, name, _ -> {});
    }

    /// One picture in each theme of a usual window and of a large one, after something was done in it.
    static void writeBoth(Wiring wiring, String name, Consumer<Scene> first) throws Exception {
        write(wiring, name, 1280, 800, first);
        write(wiring, name, 1920, 1200, first);
    }

    /// One picture in each theme, after something was done to the window. What cannot be styled as the stylesheets say
    /// fails the picture: it would not be what a person is to see.
    static void writeWindow(Wiring wiring, String name, int width, int height, Consumer<Wiring.Window> first)
            throws Exception {
        try (StyleWarnings warnings = new StyleWarnings()) {
            Wiring.Window window = onScreenThread(() -> window(wiring, width, height, first));
            for (Theme theme : THEMES) {
                String file =
                        name + "-" + theme.name().toLowerCase(TestWiring.LOCALE) + "-" + width + "x" + height + ".png";
                save(onScreenThread(() -> picture(wiring, window.scene(), theme)), FOLDER.resolve(file));
                assertThat(FOLDER.resolve(file)).isNotEmptyFile();
            }
            assertThat(warnings.told()).as("what JavaFX says about the stylesheets").isEmpty();
        }
    }

    private static Wiring.Window window(Wiring wiring, int width, int height, Consumer<Wiring.Window> first)
            throws IOException {
        wiring.theme().themeProperty().set(THEMES.getFirst());
        Wiring.Window window = wiring.window(width, height);
        window.scene().getRoot().applyCss();
        window.scene().getRoot().layout();
        first.accept(window);
        return window;
    }

    /// The window as it is after a person chose a theme: what is painted has to follow.
    private static WritableImage picture(Wiring wiring, Scene scene, Theme theme) {
        wiring.theme().themeProperty().set(theme);
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        scene.getRoot().layout();
        return scene.snapshot(null);
    }

    private static void save(WritableImage image, Path file) throws IOException {
        Files.createDirectories(FOLDER);
        ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
    }

    /// Does something on the screen's thread and waits for it.
    public static <T> T onScreenThread(Callable<T> work) throws Exception {
        FxToolkit.registerPrimaryStage();
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(work.call());
            } catch (Exception | Error failure) {
                result.completeExceptionally(failure);
            }
        });
        try {
            return result.join();
        } catch (CompletionException failure) {
            throw new IllegalStateException(failure.getCause());
        }
    }
}
