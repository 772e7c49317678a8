package dev.millrace.engine.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.json.Json;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.recipe.RecipeDocument;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// What differs between two runs.
class DifferenceTest {

    private static final String RECIPE =
            """
            {"name": "a", "dataset": {"path": "in"},
             "strategies": [{"strategy": "tabular-split", "trainRatio": 0.7},
                            {"strategy": "risk-table-mapping", "fields": ["x", "y"], "smoothFactor": 0.01}],
             "run": {"mode": "batch"}}
            """;

    private static RecipeDocument recipe(String json) {
        return RecipeDocument.parse(json.getBytes(StandardCharsets.UTF_8), "test");
    }

    @Test
    void equalRecipesDoNotDiffer() {
        assertThat(RecipeDifference.of(recipe(RECIPE), recipe(RECIPE))).isEmpty();
    }

    @Test
    void settingsAreComparedWithThoseOfTheSameStrategyWhereverItStands() {
        String changed =
                """
                {"name": "a", "dataset": {"path": "in"},
                 "strategies": [{"strategy": "risk-table-mapping", "fields": ["x", "z"], "smoothFactor": 0.05},
                                {"strategy": "tabular-split", "trainRatio": 0.7},
                                {"strategy": "tabular-split", "trainRatio": 0.5}],
                 "run": {"mode": "batch", "workers": 2}}
                """;
        assertThat(RecipeDifference.of(recipe(RECIPE), recipe(changed)))
                .containsExactly(
                        new RecipeDifference.Change("risk-table-mapping/fields", "[\"x\",\"y\"]", "[\"x\",\"z\"]"),
                        new RecipeDifference.Change("risk-table-mapping/smoothFactor", "0.01", "0.05"),
                        new RecipeDifference.Change(
                                "tabular-split 2", null, "{\"strategy\":\"tabular-split\",\"trainRatio\":0.5}"),
                        new RecipeDifference.Change(
                                "strategies", "tabular-split, risk-table-mapping", "risk-table-mapping, tabular-split"),
                        new RecipeDifference.Change("run/workers", null, "2"));
    }

    private static List<ArtifactTable> labels(String json) {
        return ArtifactReader.tables(
                "model/label_map-2.json", Json.parse(json.getBytes(StandardCharsets.UTF_8), Place.of("test")));
    }

    @Test
    void cellsThatMovedMostComeFirst() {
        ArtifactDifference difference =
                ArtifactDifference.of(
                        labels("{\"a\": 100, \"b\": 10, \"c\": 1, \"d\": 1.0}"),
                        labels("{\"a\": 101, \"b\": 20, \"d\": 1, \"e\": 5}"));
        assertThat(difference.equal()).as("1.0 and 1 are one number").isEqualTo(1);
        assertThat(difference.changes()).extracting(ArtifactDifference.Change::row).containsExactly("c", "e", "b", "a");
        assertThat(difference.changes().getFirst().after()).isEqualTo(Cell.NONE);
        assertThat(difference.changes().get(2).shift()).isEqualTo(0.5);
    }
}
