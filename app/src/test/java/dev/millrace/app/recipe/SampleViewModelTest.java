package dev.millrace.app.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.app.ScriptedRuns;
import dev.millrace.app.TestWiring;
import dev.millrace.app.Wiring;
import dev.millrace.engine.strategy.risk.RiskTableSettings;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

class SampleViewModelTest {

    @TempDir Path folder;

    private final TestWiring test = new TestWiring();
    private Wiring wiring;
    private RecipeEditor editor;
    private SampleViewModel sampling;

    @BeforeEach
    void openTheSample() {
        wiring = test.atOnce(folder, new ScriptedRuns());
        wiring.home().openSample();
        editor = wiring.recipe().editor();
        sampling = wiring.recipe().sampling();
    }

    private SampleState.Ready ready() {
        assertThat(sampling.stateProperty().get()).isInstanceOf(SampleState.Ready.class);
        return (SampleState.Ready) sampling.stateProperty().get();
    }

    @Test
    void nothingIsReadUntilSomebodyLooks() {
        assertThat(sampling.stateProperty().get()).isInstanceOf(SampleState.None.class);
        sampling.wantedProperty().set(true);
        assertThat(ready().changes().columns()).hasSize(7);
    }

    @Test
    void theRowsFollowTheForm() {
        sampling.wantedProperty().set(true);
        editor.formProperty().get().field("fields").set(List.of("country"));
        assertThat(ready().changes().columns()).hasSize(1);
        editor.selectedProperty().set(0);
        assertThat(sampling.stateProperty().get()).isInstanceOf(SampleState.None.class);
        editor.selectedProperty().set(1);
        assertThat(ready().run().rows()).hasSize(625);
    }

    @Test
    void smoothingPullsRisksToTheOverallShare() {
        sampling.wantedProperty().set(true);
        CategoryRisks.Field plain = risks();
        editor.formProperty().get().field("smoothFactor").set(0.9);
        CategoryRisks.Field smooth = risks();
        for (int i = 0; i < plain.categories().size(); i++) {
            assertThat(smooth.categories().get(i).raw()).isEqualTo(plain.categories().get(i).raw());
        }
        assertThat(spread(smooth)).isLessThan(spread(plain) / 2);
    }

    private CategoryRisks.Field risks() {
        RiskTableSettings settings = (RiskTableSettings) ready().strategy().settings();
        return CategoryRisks.of(ready(), settings).fields().getFirst();
    }

    private static double spread(CategoryRisks.Field field) {
        double most = field.categories().stream().mapToDouble(CategoryRisks.Category::smoothed).max().orElseThrow();
        return most - field.categories().stream().mapToDouble(CategoryRisks.Category::smoothed).min().orElseThrow();
    }

    @Test
    void strategiesThatAreSwitchedOffAreNotTried() {
        editor.startWith(Template.TRAINING_SET);
        sampling.wantedProperty().set(true);
        assertThat(ready().changes().moves()).isTrue();
        editor.toggle(0);
        assertThat(sampling.stateProperty().get()).isInstanceOf(SampleState.None.class);
        editor.selectedProperty().set(2);
        assertThat(ready().strategy().type().id()).isEqualTo("missing-value-imputation");
        assertThat(ready().changes().moves()).isFalse();
    }

    @Test
    void anEstimateSaysOnWhatItRests() {
        PlanSummary.Line assumed = wiring.recipe().summaryProperty().get().estimate();
        assertThat(assumed.title()).startsWith("Under a second · ").endsWith(" of heap");
        assertThat(assumed.detail()).contains("an assumed 100 MB/s each: nothing is measured here yet");
        test.preferences.putDouble("rate.STREAMING.csv", 1000);
        editor.formProperty().get().field("countThreshold").set(6);
        PlanSummary.Line measured = wiring.recipe().summaryProperty().get().estimate();
        assertThat(measured.title()).startsWith("About ");
        assertThat(measured.detail()).contains("1.0 kB/s each as in the latest run here");
    }
}
