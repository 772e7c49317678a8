package dev.millrace.engine.strategy.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.strategy.memory.MemoryRun;
import dev.millrace.engine.strategy.memory.Table;
import dev.millrace.engine.testing.RecipeText;
import dev.millrace.engine.testing.Runs;
import dev.millrace.engine.testing.Tree;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

class TabularSplitErrorsTest {

    private static final TabularSplitSettings DEFAULTS = new TabularSplitSettings(0.7, 0.5, true);

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"0.5", "inf", "1e30", "1e-400", "1e-99999999999"})
    void aNumberThatIsNotWholeIsABadLabel(String bad) {
        Table table = Table.of("y").rows(4, 1, "1").row(2, "0").row(2, bad).rows(4, 3, "0");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> run(DEFAULTS, table, "y", 42))
                .withMessage(
                        "shard 2, line 2, column 'y': label "
                                + bad
                                + " is no whole number. Mend the label, or name a column with classes in"
                                + " dataset.label.");
        MemoryRun lenient =
                MemoryRun.of(new TabularSplit(DEFAULTS), MemoryRun.subject(table, "y", 42, false), table, 2);
        assertThat(lenient.rejections())
                .singleElement()
                .matches(rejection ->
                        rejection.reason().equals("label " + bad + " is no whole number")
                                && rejection.column().equals("y"));
        assertThat(lenient.rowsIn(Split.TRAIN)).isEqualTo(6);
    }

    @Test
    void aBrokenLabelFileIsAnError() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> LabelFile.parse("{\"a\": 1.5}".getBytes(StandardCharsets.UTF_8)))
                .withMessage(
                        "label_map.json: it does not say a whole number for each label."
                                + " Choose the model folder of a finished run in artifacts.input.");
    }

    @Test
    void dataThatIsAlreadySplitIsRefused() {
        Tree.write(folder.resolve("data/train/part-00001.csv"), "y,x\n0,1\n");
        Tree.write(folder.resolve("data/val/part-00001.csv"), "y,x\n0,1\n");
        RecipeText recipe =
                RecipeText.of(folder.resolve("data"), folder.resolve("out")).label("y").strategy("tabular-split");
        assertThat(Runs.failure(recipe))
                .hasMessageEndingWith(
                        "the rows are already split into train, val. Keep one splitting strategy, and none"
                                + " for a dataset with a folder per split.");
    }

    @Test
    void aSecondSplitIsRefused() {
        Tree.write(folder.resolve("data/part-00001.csv"), "y,x\n0,1\n");
        RecipeText recipe =
                RecipeText.of(folder.resolve("data"), folder.resolve("out"))
                        .strategy("tabular-split")
                        .strategy("tabular-split");
        assertThat(Runs.failure(recipe)).hasMessageContaining("the rows are already split into train, val, test.");
    }

    @Test
    void ratiosOutOfRangeAreRefused() {
        Tree.write(folder.resolve("data/part-00001.csv"), "y,x\n0,1\n");
        RecipeText recipe = RecipeText.of(folder.resolve("data"), folder.resolve("out"));
        assertThat(Runs.failure(recipe.strategy("tabular-split", "trainRatio", 1.5, "testValRatio", -0.1)))
                .hasMessageContaining("found 1.5 but accepted are values from 0 to 1")
                .hasMessageContaining("found -0.1 but accepted are values from 0 to 1");
        assertThat(Runs.failure(recipe.strategy("tabular-split", "trainRatio", 0)))
                .hasMessageContaining("with a ratio of 0 no row is train. Write a ratio above 0, such as 0.7.");
    }

    @Test
    void dataWithoutAnyLabelIsAnError() {
        Table table = Table.of("y").rows(3, 1, "NA");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> run(DEFAULTS, table, "y", 42))
                .withMessage(
                        "memory, column 'y': there is no row with a label to split."
                                + " Name the right label column in dataset.label.");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> run(DEFAULTS, Table.of("y"), null, 42))
                .withMessage("memory: there is no row to split. Give the dataset rows.");
    }

    @Test
    void aLabelWithTooManyValuesIsAnError() {
        Table one = Table.of("y");
        Table two = Table.of("y");
        for (int i = 0; i <= LabelFit.MOST_LABELS; i++) {
            one.row(1, "id" + i);
            two.row(i % 2, "id" + i);
        }
        String message =
                "the label has more than 65536 distinct values. Name a column with few classes in"
                        + " dataset.label, or none to split without strata.";
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> run(DEFAULTS, one, "y", 42))
                .withMessageStartingWith("shard 1, line ")
                .withMessageEndingWith(message);
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> run(DEFAULTS, two, "y", 42))
                .withMessage("memory, column 'y': " + message);
    }

    private static MemoryRun run(TabularSplitSettings settings, Table table, @Nullable String label, long seed) {
        return MemoryRun.of(new TabularSplit(settings), MemoryRun.subject(table, label, seed, true), table, 4);
    }
}
