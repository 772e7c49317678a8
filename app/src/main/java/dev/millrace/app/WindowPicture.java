package dev.millrace.app;

import dev.millrace.app.project.ProjectState;

import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javafx.util.Duration;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import javax.imageio.ImageIO;

/// Writes a picture of the window as soon as it shows what was opened, and closes the window: how an installation is
/// checked, and how starting is rehearsed when the program is built.
final class WindowPicture {

    private static final Duration SETTLING = Duration.seconds(1); // rows and columns are read after the dataset is open

    private final Stage stage;
    private final Path file;

    WindowPicture(Stage stage, Path file) {
        this.stage = stage;
        this.file = file;
    }

    /// Takes the picture at the next frame.
    void take() {
        stage.getScene()
                .snapshot(
                        result -> {
                            write(result.getImage(), file.toFile());
                            stage.close();
                            return null;
                        },
                        null);
    }

    /// Takes the picture when something is open or could not be opened.
    void takeWhenOpened(ObservableValue<ProjectState> state) {
        PauseTransition settling = new PauseTransition(SETTLING);
        settling.setOnFinished(_ -> take());
        state.subscribe(now -> {
            if (now instanceof ProjectState.Open || now instanceof ProjectState.Failed) {
                settling.playFromStart();
            }
        });
    }

    private static void write(WritableImage image, File file) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        try {
            if (!ImageIO.write(picture, "png", file)) {
                throw new IOException("nothing here writes PNG");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("the picture " + file + " could not be written", failure);
        }
    }
}
