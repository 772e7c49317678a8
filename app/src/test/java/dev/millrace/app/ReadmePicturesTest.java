package dev.millrace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.app.recipe.Template;
import dev.millrace.app.shell.Place;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/// Pictures for README of places that show where the data lie; others are snapshots of their own. The folder of the
/// machine that takes them is left out.
class ReadmePicturesTest {

    private static final String SHOWN = "~/Millrace";

    @TempDir Path folder;

    private Wiring wiring;

    @BeforeEach
    void wire() throws Exception {
        wiring = Snapshots.onScreenThread(() -> new TestWiring().atOnce(folder, new ScriptedRuns()));
        onScreen(wiring.home()::openSample);
    }

    private static void onScreen(Runnable work) throws Exception {
        Snapshots.onScreenThread(() -> {
            work.run();
            return 0;
        });
    }

    private void take(String name) throws Exception {
        Snapshots.write(wiring, name, 1280, 800, this::hideFolder);
        assertThat(Snapshots.FOLDER.resolve(name + "-light-1280x800.png")).isNotEmptyFile();
    }

    private void hideFolder(Scene scene) {
        scene.getRoot().layout();
        assertThat(hideFolder(scene.getRoot())).isPositive();
    }

    private int hideFolder(Node node) {
        int hidden = 0;
        if (node instanceof Labeled label && label.getText() != null && label.getText().contains(folder.toString())) {
            label.textProperty().unbind();
            label.setText(label.getText().replace(folder.toString(), SHOWN));
            hidden++;
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                hidden += hideFolder(child);
            }
        }
        return hidden;
    }

    @Test
    void data() throws Exception {
        take("readme-data");
    }

    @Test
    void recipe() throws Exception {
        onScreen(() -> {
            wiring.recipe().editor().startWith(Template.TRAINING_SET);
            wiring.recipe().editor().selectedProperty().set(3);
            wiring.shell().placeProperty().set(Place.RECIPE);
        });
        take("readme-recipe");
    }
}
