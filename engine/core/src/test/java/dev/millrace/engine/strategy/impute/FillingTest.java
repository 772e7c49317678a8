package dev.millrace.engine.strategy.impute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.Engine;
import dev.millrace.engine.json.Json;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.engine.testing.RecipeText;
import dev.millrace.engine.testing.Tree;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

class FillingTest {

    @TempDir private Path folder;

    @Test
    void aWrittenRecipeReadsBackTheSame() {
        Recipe recipe =
                RecipeText.of(folder, folder.resolve("out"))
                        .strategy(
                                MissingValueImputation.ID,
                                "numerical",
                                Map.of("constant", 0.5),
                                "columns",
                                Map.of("a/b", "median"))
                        .read();
        Path written = Tree.write(folder.resolve("again.json"), document(recipe));
        Recipe again = new Engine().readRecipe(written);
        assertThat(again.strategies()).isEqualTo(recipe.strategies());
        assertThat(new String(recipe.document(), StandardCharsets.UTF_8))
                .contains("\"a/b\" : \"median\"")
                .contains("\"constant\" : 0.5")
                .contains("\"categorical\" : \"mode\"");
    }

    @Test
    void aConstantIsWrittenAsTheRecipeWritesIt() {
        assertThat(Fillings.constant("007").constantText()).isEqualTo("007");
        JsonMapper mapper = new JsonMapper();
        assertThat(new Filling(null, mapper.readTree("12345678901234567890")).constantText())
                .isEqualTo("12345678901234567890");
        assertThat(new Filling(null, mapper.readTree("1e5")).constantText()).isEqualTo("100000.0");
    }

    /// Enums of run settings are not this test's concern.
    private static byte[] document(Recipe recipe) {
        return Json.document(
                Map.of(
                        "version", Recipe.VERSION,
                        "dataset", recipe.dataset(),
                        "output", recipe.output(),
                        "strategies", recipe.json().get("strategies")));
    }
}
