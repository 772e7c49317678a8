package dev.millrace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.app.recipe.Panel;
import dev.millrace.app.recipe.Template;
import dev.millrace.app.shell.Place;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// One who does not see the window, or has no mouse, can use every place: whatever can have the focus says what it is.
class AccessibilityTest {

    @TempDir Path folder;

    private final ScriptedRuns script = new ScriptedRuns();

    private Wiring opened() throws Exception {
        return Snapshots.onScreenThread(() -> {
            Wiring wiring = new TestWiring().atOnce(folder, script);
            wiring.home().openSample();
            wiring.recipe().editor().startWith(Template.TRAINING_SET);
            wiring.recipe().editor().selectedProperty().set(3);
            wiring.shell().startRun();
            RunScript.midway(script, wiring.run());
            return wiring;
        });
    }

    private static List<Node> nodes(Wiring wiring) throws Exception {
        List<Node> nodes = Snapshots.onScreenThread(() -> nodes(wiring.window(1280, 800).scene()));
        assertThat(nodes).filteredOn(Node::isFocusTraversable).hasSizeGreaterThan(Place.values().length);
        return nodes;
    }

    private static List<Node> nodes(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        List<Node> nodes = new ArrayList<>();
        collect(scene.getRoot(), nodes);
        return nodes;
    }

    private static void collect(Node node, List<Node> found) {
        if (!node.isVisible()) {
            return;
        }
        found.add(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyControlOfAPlaceHasWords(Place place) throws Exception {
        Wiring wiring = opened();
        Snapshots.onScreenThread(() -> {
            wiring.shell().placeProperty().set(place);
            return 0;
        });
        assertThat(wordless(nodes(wiring))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyControlOfAPanelOfTheRecipeHasWords(Panel panel) throws Exception {
        Wiring wiring = opened();
        Snapshots.onScreenThread(() -> {
            wiring.shell().placeProperty().set(Place.RECIPE);
            wiring.recipe().editor().panelProperty().set(panel);
            return 0;
        });
        assertThat(wordless(nodes(wiring))).isEmpty();
    }

    @Test
    void everyPlaceBeforeAnythingIsOpenHasWords() throws Exception {
        Wiring wiring = Snapshots.onScreenThread(() -> new TestWiring().atOnce(folder, script));
        for (Place place : Place.values()) {
            Snapshots.onScreenThread(() -> {
                wiring.shell().placeProperty().set(place);
                return 0;
            });
            assertThat(wordless(nodes(wiring))).as(place.toString()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"K,true,false", "COMMA,true,false", "F1,false,false", "F1,false,true"})
    void everythingThatLiesOverThePlacesHasWords(KeyCode key, boolean shortcut, boolean shift) throws Exception {
        Wiring wiring = opened();
        List<Node> nodes =
                Snapshots.onScreenThread(() -> {
                    Scene scene = wiring.window(1280, 800).scene();
                    KeyEvent press = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, shift, shortcut, false, false);
                    Event.fireEvent(scene.getRoot(), press);
                    return nodes(scene);
                });
        assertThat(nodes).anyMatch(node -> node.getStyleClass().contains("scrim"));
        assertThat(wordless(nodes)).isEmpty();
    }

    /// Controls that can have the focus and do not say what they are for.
    private static List<String> wordless(List<Node> nodes) {
        Set<Node> labelled = new HashSet<>();
        nodes.stream()
                .filter(Label.class::isInstance)
                .map(label -> ((Label) label).getLabelFor())
                .forEach(labelled::add);
        return nodes.stream()
                .filter(node -> node.isFocusTraversable() && !isFrame(node))
                .filter(node -> !labelled.contains(node) && !hasWords(node))
                .map(node -> node + " in " + node.getParent())
                .toList();
    }

    /// What only holds or moves others.
    private static boolean isFrame(Node node) {
        return node instanceof ScrollBar || node instanceof ScrollPane || node instanceof SplitPane;
    }

    private static boolean hasWords(Node node) {
        boolean ownText = node instanceof Labeled labeled && isSaid(labeled.getText());
        return isSaid(node.getAccessibleText()) || ownText;
    }

    private static boolean isSaid(String text) {
        return text != null && !text.isBlank();
    }
}
