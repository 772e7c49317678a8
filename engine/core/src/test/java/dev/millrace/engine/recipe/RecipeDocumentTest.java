package dev.millrace.engine.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.Engine;
import dev.millrace.engine.problem.RecipeException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class RecipeDocumentTest {

    private static final RecipeDocument RECIPE =
            document(
                    """
                    { "version": 1, "dataset": { "path": "data", "label": "label" },
                      "strategies": [
                        { "strategy": "risk-table-mapping", "fields": ["country"] },
                        { "strategy": "stratified-sampling", "strataColumn": "a/b", "targetSize": 0,
                          "referenceCounts": "counts.json" } ],
                      "output": { "path": "/out" } }
                    """);

    private static RecipeDocument document(String json) {
        return RecipeDocument.parse(json.getBytes(StandardCharsets.UTF_8), "test");
    }

    private static RecipeDraft draft(RecipeDocument document) {
        return new Engine().draft(document, Path.of(""), RecipePlaces.UNSAVED);
    }

    @Test
    void valuesAreReadAndReplacedAndTheOldDocumentStays() {
        RecipeDocument changed = RECIPE.with("/strategies/0/fields", List.of("device")).with("/run/mode", "streaming");
        assertThat(changed.value("/strategies/0/fields")).contains(List.of("device"));
        assertThat(changed.text("/run/mode")).isEqualTo("streaming");
        assertThat(RECIPE.value("/run")).isEmpty();
        assertThat(changed.with("/run/mode", null).value("/run/mode")).isEmpty();
        assertThat(changed).isNotEqualTo(RECIPE).isEqualTo(document(changed.toString()));
    }

    @Test
    void strategiesAreInsertedMovedAndRemoved() {
        RecipeDocument three = RECIPE.inserted(0, Map.of("strategy", "tabular-split"));
        assertThat(three.strategies()).isEqualTo(3);
        RecipeDocument moved = three.moved(0, 2);
        assertThat(moved.text("/strategies/2/strategy")).isEqualTo("tabular-split");
        assertThat(moved.without(2)).isEqualTo(RECIPE);
    }

    @Test
    void strategyThatIsOffIsNotEvenLookedAt() {
        assertThat(draft(RECIPE).problems()).isNotEmpty();
        RecipeDocument off = RECIPE.switched(1, false);
        assertThat(off.isOn(1)).isFalse();
        assertThat(draft(off).recipe().strategies()).hasSize(1);
        assertThat(off.switched(1, true)).isEqualTo(RECIPE);
    }

    @Test
    void switchIsTrueOrFalse() {
        RecipeDocument unclear = RECIPE.switched(1, false).with("/strategies/0/enabled", "no");
        assertThat(draft(unclear).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("/strategies/0/enabled", "true or false"));
    }

    @Test
    void pathsOfAResolvedDocumentMeanTheSameAnywhere() {
        Path folder = Path.of("/home/recipes");
        RecipeDocument resolved = RECIPE.resolved(folder, Engine.STRATEGIES);
        assertThat(resolved.text("/dataset/path")).isEqualTo("/home/recipes/data");
        assertThat(resolved.text("/output/path")).isEqualTo("/out");
        assertThat(resolved.text("/strategies/1/referenceCounts")).isEqualTo("/home/recipes/counts.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"a\": 1, \"a\": 2}", "{} {}"})
    void whatIsNoObjectIsRefused(String json) {
        assertThatThrownBy(() -> document(json)).isInstanceOf(RecipeException.class);
    }
}
