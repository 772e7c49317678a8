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
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

import javax.imageio.ImageIO;

/// Writes pictures of the workbench to `target/snapshots`, for people to look at.
public final class Snapshots {

    static final Path FOLDER = Path.of("target", "snapshots");

    private Snapshots() {}

    /// One picture in each theme. A scene without a window may be larger than the headless screen.
    static void write(Wiring wiring, String name, int width, int height) throws Exception {
        write(wiring, name, width, height, _ -> {});
    }

    /// One picture in each theme, after something was done in the window.
    static void write(Wiring wiring, String name, int width, int height, Consumer<Scene> first) throws Exception {
        writeWindow(wiring, name, width, height, window -> first.accept(window.scene()));
    }

    /// One picture in each theme, after something was done to the window.
    static void writeWindow(Wiring wiring, String name, int width, int height, Consumer<Wiring.Window> first)
            throws Exception {
        for (Theme theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
            String file =
                    name + "-" + theme.name().toLowerCase(TestWiring.LOCALE) + "-" + width + "x" + height + ".png";
            WritableImage image = picture(wiring, theme, width, height, first);
            save(image, FOLDER.resolve(file));
        }
    }

    /// What cannot be styled as the stylesheets say fails the picture: it would not be what a person is to see.
    private static WritableImage picture(
            Wiring wiring, Theme theme, int width, int height, Consumer<Wiring.Window> first) throws Exception {
        try (StyleWarnings warnings = new StyleWarnings()) {
            WritableImage image =
                    onScreenThread(() -> {
                        wiring.theme().themeProperty().set(theme);
                        Wiring.Window window = wiring.window(width, height);
                        Scene scene = window.scene();
                        scene.getRoot().applyCss();
                        scene.getRoot().layout();
                        first.accept(window);
                        scene.getRoot().layout();
                        scene.getRoot().layout();
                        return scene.snapshot(null);
                    });
            assertThat(warnings.told()).as("what JavaFX says about the stylesheets").isEmpty();
            return image;
        }
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
