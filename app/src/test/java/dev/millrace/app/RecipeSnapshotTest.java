package dev.millrace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.app.project.DraftStore;
import dev.millrace.app.recipe.Panel;
import dev.millrace.app.recipe.RecipeEditor;
import dev.millrace.app.recipe.Template;
import dev.millrace.app.shell.Place;
import dev.millrace.engine.recipe.RecipeDocument;

import javafx.scene.control.ToggleButton;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A picture of every state of the Recipe place, in light and dark and two sizes.
class RecipeSnapshotTest {

    @TempDir Path folder;

    private Wiring wiring;
    private RecipeEditor editor;

    @BeforeEach
    void wire() throws Exception {
        wiring = Snapshots.onScreenThread(() -> new TestWiring().atOnce(folder, new ScriptedRuns()));
        editor = wiring.recipe().editor();
        onScreen(() -> {
            wiring.home().openSample();
            wiring.shell().placeProperty().set(Place.RECIPE);
        });
    }

    private static void onScreen(Runnable work) throws Exception {
        Snapshots.onScreenThread(() -> {
            work.run();
            return 0;
        });
    }

    private void snapshot(String name) throws Exception {
        Snapshots.writeBoth(wiring, name);
    }

    private void snapshotInAllSizes(String name) throws Exception {
        snapshot(name);
        Snapshots.write(wiring, name, 960, 640);
    }

    private void set(String key, Object value) {
        editor.formProperty().get().field(key).set(value);
    }

    @Test
    void nothingOpen() throws Exception {
        wiring = Snapshots.onScreenThread(() -> new TestWiring().atOnce(folder, new ScriptedRuns()));
        onScreen(() -> wiring.shell().placeProperty().set(Place.RECIPE));
        snapshot("recipe-empty");
    }

    @Test
    void riskMapping() throws Exception {
        snapshotInAllSizes("recipe-risk-table-mapping");
    }

    @Test
    void randomSplit() throws Exception {
        onScreen(() -> editor.startWith(Template.SPLIT));
        snapshot("recipe-tabular-split");
    }

    @Test
    void imputation() throws Exception {
        onScreen(() -> {
            editor.startWith(Template.IMPUTE);
            set("columns", Map.of("age", "median", "device", Map.of("constant", "none given")));
            set("exclude", List.of("txn_id", "customer_id"));
        });
        snapshotInAllSizes("recipe-missing-value-imputation");
    }

    @Test
    void sampling() throws Exception {
        onScreen(() -> {
            editor.startWith(Template.SAMPLE);
            set("strataColumn", "channel");
            set("allocation", "external_proportional");
            set("referenceCounts", Map.of("web", 40_000, "app", 25_000));
        });
        snapshot("recipe-stratified-sampling");
    }

    @Test
    void temporalSplit() throws Exception {
        onScreen(() -> {
            editor.startWith(Template.TEMPORAL);
            set("splitDate", "2024-05-01");
        });
        snapshot("recipe-temporal-split");
    }

    @Test
    void mistakes() throws Exception {
        onScreen(() -> {
            editor.startWith(Template.TRAINING_SET);
            editor.selectedProperty().set(3);
            set("fields", List.of("cuontry", "device"));
            set("smoothFactor", 1.5);
            set("countThreshold", "few");
            editor.toggle(1);
            editor.selectedProperty().set(3);
        });
        snapshotInAllSizes("recipe-invalid");
    }

    @Test
    void templates() throws Exception {
        onScreen(() -> editor.panelProperty().set(Panel.GALLERY));
        snapshotInAllSizes("recipe-templates");
    }

    @Test
    void folderWithoutARecipe() throws Exception {
        onScreen(() -> {
            wiring.home().open(folder.resolve("data"));
            wiring.shell().placeProperty().set(Place.RECIPE);
        });
        snapshot("recipe-new");
    }

    @Test
    void plan() throws Exception {
        onScreen(() -> {
            editor.startWith(Template.TRAINING_SET);
            editor.add(Template.SAMPLE);
            editor.selectedProperty().set(1);
        });
        snapshotInAllSizes("recipe-plan");
    }

    @Test
    void planWhereThereIsLittleRoom() throws Exception {
        onScreen(() -> {
            editor.startWith(Template.TRAINING_SET);
            editor.panelProperty().set(Panel.PLAN);
        });
        Snapshots.write(wiring, "recipe-plan-tab", 960, 640);
    }

    @Test
    void datasetAndOutput() throws Exception {
        onScreen(() -> editor.selectedProperty().set(0));
        snapshot("recipe-dataset");
        onScreen(() -> editor.selectedProperty().set(2));
        snapshot("recipe-output");
    }

    @Test
    void json() throws Exception {
        onScreen(() -> editor.panelProperty().set(Panel.JSON));
        snapshot("recipe-json");
    }

    @Test
    void recovery() throws Exception {
        Path recipe = folder.resolve("fraud-risk.millrace.json");
        RecipeDocument saved = RecipeDocument.parse(Files.readAllBytes(recipe), "recipe");
        new DraftStore(folder.resolve("drafts")).keep(recipe, saved.with("/name", "edited"), 1);
        onScreen(() -> {
            wiring.home().open(recipe);
            wiring.shell().placeProperty().set(Place.RECIPE);
        });
        assertThat(wiring.recipe().file().foundProperty().get()).isNotNull();
        snapshot("recipe-recovery");
    }

    private void snapshotOfSample(String name) throws Exception {
        Snapshots.writeBoth(wiring, name, scene -> ((ToggleButton) scene.lookup("#plan #sampleTab")).fire());
    }

    @Test
    void risksOfTheFirstRows() throws Exception {
        snapshotOfSample("recipe-sample-risk");
    }

    @Test
    void fillsOfTheFirstRows() throws Exception {
        onScreen(() -> editor.startWith(Template.IMPUTE));
        snapshotOfSample("recipe-sample-impute");
    }

    @Test
    void splitsOfTheFirstRows() throws Exception {
        onScreen(() -> editor.startWith(Template.SPLIT));
        snapshotOfSample("recipe-sample-split");
    }

    @Test
    void strataOfTheFirstRows() throws Exception {
        onScreen(() -> {
            editor.startWith(Template.SAMPLE);
            set("strataColumn", "channel");
            set("targetSize", 600);
        });
        snapshotOfSample("recipe-sample-strata");
    }

    @Test
    void nothingToSampleYet() throws Exception {
        onScreen(() -> editor.selectedProperty().set(0));
        snapshotOfSample("recipe-sample-none");
    }
}
