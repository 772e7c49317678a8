package dev.millrace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.app.recipe.Template;

import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

import java.util.List;
import java.util.Map;

/// Every strategy configured by its form.
class RecipeFormStoryTest extends RecipeStory {

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Test
    void randomSplitIsConfiguredByItsForm(FxRobot robot) throws Exception {
        startWith(robot, Template.SPLIT);
        type(robot, "trainRatio", "0.8");
        type(robot, "testValRatio", "0.25");
        fire(robot, "#field-stratify .check-box");
        assertThat(strategy())
                .isEqualTo(
                        Map.of(
                                "strategy",
                                "tabular-split",
                                "trainRatio",
                                0.8,
                                "testValRatio",
                                0.25,
                                "stratify",
                                false));
        runnable();
    }

    @Test
    void imputationIsConfiguredByItsForm(FxRobot robot) throws Exception {
        startWith(robot, Template.IMPUTE);
        fire(robot, "#field-numerical #choose-median");
        fire(robot, "#field-text #choose-constant");
        type(robot, "text #field-constant", "none given");
        pickEntry(robot, "age");
        robot.interact(() -> combo(robot, "#field-columns #field-age .combo-box").setValue("mean"));
        pick(robot, "exclude", "txn_id");
        assertThat(strategy())
                .containsEntry("numerical", "median")
                .containsEntry("text", Map.of("strategy", "constant", "constant", "none given"))
                .containsEntry("columns", Map.of("age", "mean"))
                .containsEntry("exclude", List.of("txn_id"));
        runnable();
    }

    @Test
    void riskMappingIsConfiguredByItsForm(FxRobot robot) throws Exception {
        startWith(robot, Template.RISK);
        fire(robot, "#field-fields .value-chip");
        pick(robot, "fields", "velocity_7d");
        type(robot, "smoothFactor", "0.05");
        type(robot, "countThreshold", "20");
        type(robot, "maxUniqueThreshold", "50");
        type(robot, "positiveLabel", "0");
        assertThat(strategy())
                .containsEntry("smoothFactor", 0.05)
                .containsEntry("countThreshold", 20L)
                .containsEntry("maxUniqueThreshold", 50L)
                .containsEntry("positiveLabel", "0");
        assertThat(String.valueOf(strategy().get("fields")))
                .contains("velocity_7d")
                .doesNotContain("merchant_category");
        runnable();
    }

    @Test
    void samplingIsConfiguredByItsForm(FxRobot robot) throws Exception {
        startWith(robot, Template.SAMPLE);
        pick(robot, "strataColumn", "channel");
        type(robot, "targetSize", "600");
        fire(robot, "#field-allocation #choose-external_proportional");
        addTyped(robot, "referenceCounts", "web");
        type(robot, "referenceCounts #field-web", "900");
        type(robot, "multiplier", "0.5");
        fire(robot, "#field-replacement .check-box");
        assertThat(strategy())
                .containsEntry("strataColumn", "channel")
                .containsEntry("targetSize", 600L)
                .containsEntry("allocation", "external_proportional")
                .containsEntry("referenceCounts", Map.of("web", 900L))
                .containsEntry("multiplier", 0.5)
                .containsEntry("replacement", true);
        runnable();
    }

    @Test
    void temporalSplitIsConfiguredByItsForm(FxRobot robot) throws Exception {
        startWith(robot, Template.TEMPORAL);
        Waiting.until(() -> wiring.recipe().whyNotProperty().get().contains("Split date"));
        type(robot, "splitDate", "2024-05-01");
        pick(robot, "dateColumn", "txn_date");
        type(robot, "trainRatio", "0.75");
        fire(robot, "#field-ootAlias #choose-test");
        robot.interact(() -> combo(robot, "#field-dateFormat .combo-box").setValue("iso"));
        assertThat(strategy())
                .containsEntry("dateColumn", "txn_date")
                .containsEntry("groupColumn", "customer_id")
                .containsEntry("splitDate", "2024-05-01")
                .containsEntry("trainRatio", 0.75)
                .containsEntry("dateFormat", "iso")
                .containsEntry("ootAlias", "test");
        runnable();
    }
}
