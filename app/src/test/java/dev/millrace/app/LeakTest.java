package dev.millrace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.app.project.Project;
import dev.millrace.app.project.ProjectState;
import dev.millrace.app.recipe.Panel;
import dev.millrace.app.shell.Place;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What was opened and left again is not kept: every place, dataset, recipe and form fifty times, windows ten times.
class LeakTest {

    private static final int OPENINGS = 50;
    private static final int WINDOWS = 10;
    private static final int KEPT_OF_THE_LAST = 3;
    private static final int MOST_COLLECTIONS = 40;
    private static final int GARBAGE = 8 << 20;

    @TempDir Path folder;

    private final TestWiring test = new TestWiring();
    private final ScriptedRuns script = new ScriptedRuns();

    private static void onScreen(Runnable work) throws Exception {
        Snapshots.onScreenThread(() -> {
            work.run();
            return 0;
        });
    }

    private static void show(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    @Test
    void datasetsAndRecipesThatWereLeftAreGone() throws Exception {
        Wiring wiring = Snapshots.onScreenThread(() -> test.atOnce(folder, script));
        onScreen(wiring.home()::openSample);
        Scene scene = Snapshots.onScreenThread(() -> wiring.window(1280, 800).scene());
        Path shards = Files.createDirectories(folder.resolve("given"));
        Files.writeString(shards.resolve("part-00001.csv"), "a,b,label\n1,2,0\n3,4,1\n");
        List<Path> both = List.of(shards, folder.resolve("fraud-risk.millrace.json"));
        List<WeakReference<Object>> left = new ArrayList<>();
        for (int opening = 0; opening < OPENINGS; opening++) {
            Path path = both.get(opening % 2);
            onScreen(() -> {
                wiring.home().open(path);
                wiring.shell().placeProperty().set(Place.RECIPE);
                show(scene);
                Project open = ((ProjectState.Open) wiring.project().stateProperty().get()).project();
                left.add(new WeakReference<>(open));
                left.add(new WeakReference<>(open.dataset()));
                left.add(new WeakReference<>(open.document()));
            });
        }
        onScreen(() -> {
            wiring.home().open(folder.resolve("nowhere"));
            show(scene);
        });
        List<WeakReference<Object>> before = left.subList(0, left.size() - KEPT_OF_THE_LAST);
        assertThat(kept(before)).isEmpty();
    }

    @Test
    void formsThatWereLeftAreGone() throws Exception {
        Wiring wiring = Snapshots.onScreenThread(() -> test.atOnce(folder, script));
        onScreen(wiring.home()::openSample);
        Scene scene = Snapshots.onScreenThread(() -> wiring.window(1280, 800).scene());
        List<WeakReference<Object>> left = new ArrayList<>();
        onScreen(() -> wiring.shell().placeProperty().set(Place.RECIPE));
        for (int opening = 0; opening < OPENINGS; opening++) {
            int card = opening % 3;
            onScreen(() -> {
                wiring.recipe().editor().selectedProperty().set(card);
                show(scene);
                left.add(new WeakReference<>(wiring.recipe().editor().formProperty().get()));
            });
        }
        onScreen(() -> {
            wiring.recipe().editor().selectedProperty().set(0);
            wiring.recipe().editor().selectedProperty().set(1);
            wiring.recipe().editor().panelProperty().set(Panel.GALLERY);
            show(scene);
        });
        Object now = wiring.recipe().editor().formProperty().get();
        assertThat(kept(left)).allSatisfy(each -> assertThat(each).isSameAs(now));
    }

    @Test
    void placesStayAsTheyAreHoweverOftenTheyAreShown() throws Exception {
        Wiring wiring = Snapshots.onScreenThread(() -> test.atOnce(folder, script));
        onScreen(wiring.home()::openSample);
        Scene scene = Snapshots.onScreenThread(() -> wiring.window(1280, 800).scene());
        Set<Integer> sizes = new HashSet<>();
        for (int opening = 0; opening <= OPENINGS; opening++) {
            for (Place place : Place.values()) {
                onScreen(() -> {
                    wiring.shell().placeProperty().set(place);
                    show(scene);
                });
            }
            if (opening > 0) {
                sizes.add(Snapshots.onScreenThread(() -> nodes(scene.getRoot())));
            }
        }
        assertThat(sizes).hasSize(1);
    }

    @Test
    void windowsThatWereClosedAreGone() throws Exception {
        List<WeakReference<Object>> left = new ArrayList<>();
        for (int opening = 0; opening < WINDOWS; opening++) {
            onScreen(() -> {
                Wiring wiring = new TestWiring().atOnce(folder, new ScriptedRuns());
                wiring.home().openSample();
                Scene scene = wiring.window(1280, 800).scene();
                for (Place place : Place.values()) {
                    wiring.shell().placeProperty().set(place);
                    show(scene);
                }
                left.add(new WeakReference<>(scene));
                left.add(new WeakReference<>(wiring));
            });
        }
        assertThat(kept(left)).hasSizeLessThanOrEqualTo(2); // JavaFX itself may hold what was shown last
    }

    @Test
    void windowsThatWereLeftDuringARunAreGone() throws Exception {
        List<WeakReference<Object>> left = new ArrayList<>();
        for (int opening = 0; opening < WINDOWS; opening++) {
            onScreen(() -> {
                ScriptedRuns running = new ScriptedRuns();
                Wiring wiring = new TestWiring().atOnce(folder, running);
                wiring.home().openSample();
                Scene scene = wiring.window(1280, 800).scene();
                wiring.shell().startRun();
                RunScript.midway(running, wiring.run());
                show(scene);
                left.add(new WeakReference<>(scene));
                left.add(new WeakReference<>(wiring));
            });
        }
        assertThat(kept(left)).hasSizeLessThanOrEqualTo(2); // JavaFX itself may hold what was shown last
    }

    private static int nodes(Node node) {
        int count = 1;
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                count += nodes(child);
            }
        }
        return count;
    }

    /// What is still there after garbage was collected.
    private static List<Object> kept(List<WeakReference<Object>> left) throws Exception {
        for (int i = 0; i < MOST_COLLECTIONS && left.stream().anyMatch(each -> each.get() != null); i++) {
            System.gc();
            byte[] garbage = new byte[GARBAGE];
            onScreen(() -> assertThat(garbage).isNotEmpty()); // lets the screen's thread forget its last event
        }
        List<Object> kept = new ArrayList<>();
        for (WeakReference<Object> each : left) {
            Object there = each.get();
            if (there != null) {
                kept.add(there);
            }
        }
        return kept;
    }
}
