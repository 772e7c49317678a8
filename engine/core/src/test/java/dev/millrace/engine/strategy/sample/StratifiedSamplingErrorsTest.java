package dev.millrace.engine.strategy.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.millrace.engine.json.Json;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.run.Manifest;
import dev.millrace.engine.strategy.memory.MemoryRun;
import dev.millrace.engine.strategy.memory.Table;
import dev.millrace.engine.testing.RecipeText;
import dev.millrace.engine.testing.Runs;
import dev.millrace.engine.testing.Tree;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class StratifiedSamplingErrorsTest {

    @TempDir private Path folder;

    @Test
    void referenceCountsMayBeAFileBesideTheRecipe() {
        Tree.write(folder.resolve("data/part-00001.csv"), "s,i\na,1\na,2\na,3\nb,4\nb,5\nb,6\n");
        Tree.write(folder.resolve("counts.json"), "{\"a\": 2, \"z\": 1}");
        RecipeText recipe = external("counts.json");
        Manifest manifest = Runs.done(recipe);
        assertThat(manifest.rows().out()).isEqualTo(Map.of("train", 3L));
        assertThat(manifest.warnings()).containsExactly("referenceCounts names what is no value of 's': z");
        assertThat(Json.tree(manifest.recipe()).at("/strategies/0/referenceCounts/a").intValue()).isEqualTo(2);
        assertThat(Json.tree(manifest.recipe()).at("/strategies/0/allocation").stringValue())
                .isEqualTo("external_proportional");
        assertThat(Runs.failure(external("nowhere.json")))
                .hasMessageContaining("nowhere.json: cannot be read: there is no such file.")
                .hasMessageEndingWith("A text here is the path of a JSON file, relative to the recipe.");
        Tree.write(folder.resolve("counts.json"), "{\"a\": ");
        assertThat(Runs.failure(recipe)).hasMessageContaining("counts.json, line 1: not valid JSON");
        Tree.write(folder.resolve("counts.json"), "{\"a\": -1, \"b\": \"two\"}");
        assertThat(Runs.failure(recipe))
                .hasMessageContaining("the reference count of 'a' is -1 but must be a number from 0")
                .hasMessageContaining("the reference count of 'b' is \"two\" but must be a number from 0");
    }

    private RecipeText external(Object counts) {
        return RecipeText.of(folder.resolve("data"), folder.resolve("out"))
                .overwriting()
                .strategy(
                        "stratified-sampling",
                        "strataColumn",
                        "s",
                        "targetSize",
                        1,
                        "minPerStratum",
                        1,
                        "allocation",
                        "external_proportional",
                        "referenceCounts",
                        counts);
    }

    @Test
    void aStratumWithFewerRowsThanTheReferenceGivesAllAndWarns() {
        Tree.write(folder.resolve("data/part-00001.csv"), "s,i\na,1\na,2\na,3\nb,4\nb,5\nb,6\n");
        Manifest manifest = Runs.done(external(Map.of("a", 50, "b", 2)));
        assertThat(manifest.rows().out()).isEqualTo(Map.of("train", 5L));
        assertThat(manifest.warnings())
                .containsExactly(
                        "stratified-sampling of train: these strata have fewer rows than asked for: a (3 of 50)");
    }

    @Test
    void everySettingIsChecked() {
        Tree.write(folder.resolve("data/part-00001.csv"), "s,i\na,1\n");
        RecipeText recipe = RecipeText.of(folder.resolve("data"), folder.resolve("out"));
        assertThat(
                        Runs.failure(
                                recipe.strategy(
                                        "stratified-sampling",
                                        "strataColumn",
                                        "S1",
                                        "varianceColumn",
                                        "j",
                                        "targetSize",
                                        5,
                                        "allocation",
                                        "optimal",
                                        "splits",
                                        List.of("vall"))))
                .hasMessageContaining("there is no column 'S1' in")
                .hasMessageContaining("there is no column 'j' in")
                .hasMessageContaining("there is no split 'vall'. Did you mean 'val'?")
                .hasMessageContaining(
                        "none of the splits vall is there, only train. Name a split that is there, or put"
                                + " the sampling after the split.");
        assertThat(
                        Runs.failure(
                                recipe.strategy(
                                        "stratified-sampling",
                                        "strataColumn",
                                        "s",
                                        "targetSize",
                                        5,
                                        "allocation",
                                        "external_proportional",
                                        "exactTarget",
                                        true)))
                .hasMessageContaining("external_proportional needs referenceCounts: an object of counts by stratum")
                .hasMessageContaining("the sizes of external_proportional follow referenceCounts, not targetSize");
        assertThat(
                        Runs.failure(
                                recipe.strategy(
                                        "stratified-sampling",
                                        "strataColumn",
                                        "s",
                                        "targetSize",
                                        0,
                                        "allocation",
                                        "balance")))
                .hasMessageContaining("found 0 but the least accepted value is 1")
                .hasMessageContaining("Did you mean 'balanced'?");
    }

    @Test
    void aVarianceNeedsNumbers() {
        Table table = Table.of("s", "v").row(1, "a", "1").row(3, "a", "").row(3, "a", "many");
        StratifiedSamplingSettings settings =
                new StratifiedSamplingSettings(
                        "s", 2, AllocationRule.OPTIMAL, 0, "v", null, 1, false, false, List.of("train"));
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> run(settings, table, 42))
                .withMessage(
                        "shard 3, line 2, column 'v': 'many' is no number of which a variance can be taken (within"
                                + " ±1e150). Name a numerical column in varianceColumn, or mend the value.");
        table.row(2, "a", "1e200");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> run(settings, table, 42))
                .withMessageStartingWith("shard 2, line 1, column 'v': '1e200' is no number");
    }

    @Test
    void tooManyStrataAreAnError() {
        Table one = Table.of("s");
        Table two = Table.of("s");
        for (int i = 0; i <= StrataFit.MOST_STRATA; i++) {
            one.row(1, "id" + i);
            two.row(i % 2, "id" + i);
        }
        String message =
                "the strata column has more than 16384 distinct values."
                        + " Name a column with few values in strataColumn.";
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> run(settings(AllocationRule.BALANCED, 5, 0, false), one, 42))
                .withMessageStartingWith("shard 1, line ")
                .withMessageEndingWith("column 's': " + message);
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> run(settings(AllocationRule.BALANCED, 5, 0, false), two, 42))
                .withMessage("memory, column 's': " + message);
    }

    @Test
    void aSplitWithoutRowsIsWarnedOf() {
        MemoryRun run = run(settings(AllocationRule.BALANCED, 5, 0, false), Table.of("s").row(1, ""), 42);
        assertThat(run.artifact().warnings())
                .containsExactly(
                        "stratified-sampling of train: 1 rows have no value of 's' and are left out",
                        "stratified-sampling of train: there is no row to draw from");
    }

    private static StratifiedSamplingSettings settings(
            AllocationRule rule, long target, long minimum, boolean replacement) {
        return new StratifiedSamplingSettings(
                "s", target, rule, minimum, null, null, 1, replacement, false, List.of("train", "val"));
    }

    private static MemoryRun run(StratifiedSamplingSettings settings, Table table, long seed) {
        return MemoryRun.of(new StratifiedSampling(settings), MemoryRun.subject(table, null, seed, true), table, 4);
    }
}
