package dev.millrace.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.Engine;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.plan.Plan;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.testing.RecipeText;
import dev.millrace.engine.testing.Runs;
import dev.millrace.engine.testing.Tree;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class SampleRunTest {

    private static final String ROWS =
            "amount,country,label\n1,a,0\n,a,1\n3,b,0\n,b,1\n8,b,0\n4,a,1\n2,c,0\n1,a,0\n9,b,1\n5,a,0\n";

    @TempDir Path folder;

    private final Engine engine = new Engine();

    private RecipeText recipe() {
        Tree.write(folder.resolve("in/part-00001.csv"), ROWS);
        return RecipeText.of(folder.resolve("in"), folder.resolve("out")).label("label");
    }

    private SampleRun sample(RecipeText recipe, int strategy) {
        Plan plan = engine.plan(recipe.read());
        return engine.sample(plan, strategy, 1000);
    }

    private static List<String> column(SampleRun sample, String name, boolean after) {
        int position = sample.columns().indexOf(name);
        return sample.rows().stream().map(row -> (after ? row.after() : row.before()).get(position)).toList();
    }

    /// Where the sample is all there is, it shows what a run writes.
    @Test
    void ofAllRowsItShowsWhatARunWrites() {
        RecipeText recipe =
                recipe().strategy("missing-value-imputation", "numerical", "median")
                        .riskTable(List.of("country"), "1", "countThreshold", 1);
        SampleRun filled = sample(recipe, 0);
        assertThat(column(filled, "amount", false)).containsSequence("1", "", "3");
        assertThat(column(filled, "amount", true)).doesNotContain("");
        SampleRun mapped = sample(recipe, 1);
        assertThat(column(mapped, "amount", false)).isEqualTo(column(filled, "amount", true));
        String file = Runs.done(recipe).outputs().getFirst().path();
        List<String> written = new ArrayList<>();
        mapped.rows().forEach(row -> written.add(String.join(",", row.after())));
        assertThat(Tree.bytes(folder.resolve("out").resolve(file)))
                .isEqualTo("amount,country,label\n" + String.join("\n", written) + "\n");
    }

    @Test
    void itTellsWhereRowsGo() {
        SampleRun split = sample(recipe().strategy("tabular-split", "trainRatio", 0.5), 0);
        assertThat(split.rows()).extracting(SampleRun.Row::from).containsOnly(Split.TRAIN);
        assertThat(split.rows()).filteredOn(row -> row.to() == Split.TRAIN).hasSize(5);
        assertThat(split.rows()).filteredOn(SampleRun.Row::moved).hasSize(5);
    }

    @Test
    void itTellsWhichRowsAreLeftOut() {
        SampleRun drawn =
                sample(
                        recipe().strategy(
                                        "stratified-sampling",
                                        "strataColumn",
                                        "country",
                                        "targetSize",
                                        3,
                                        "minPerStratum",
                                        1),
                        0);
        assertThat(drawn.rows()).filteredOn(row -> row.to() != null).hasSize(3);
        assertThat(drawn.rows()).hasSize(10).allSatisfy(row -> assertThat(row.after()).isEqualTo(row.before()));
    }

    @Test
    void itTakesNoMoreRowsThanItIsAskedFor() {
        Plan plan = engine.plan(recipe().strategy("missing-value-imputation").read());
        assertThat(engine.sample(plan, 0, 4).rows()).hasSize(4);
    }

    @Test
    void whatCannotBeFittedOnTheRowsIsAnError() {
        RecipeText recipe = recipe().riskTable(List.of("country"), "1");
        Tree.write(folder.resolve("in/part-00001.csv"), "amount,country,label\n1,a,\n2,b,\n");
        assertThatThrownBy(() -> sample(recipe, 0)).isInstanceOf(DataException.class).hasMessageContaining("label");
    }

    @Test
    void anEstimateGrowsWithWorkersAndInBatchModeWithTheData() {
        RecipeText recipe = recipe().riskTable(List.of("country"), "1");
        Tree.write(folder.resolve("in/part-00002.csv"), ROWS);
        RunEstimate one = engine.estimate(engine.plan(recipe.streaming(1).read()));
        RunEstimate two = engine.estimate(engine.plan(recipe.streaming(2).read()));
        assertThat(two.workers()).isEqualTo(2);
        assertThat(two.heapBytes()).isEqualTo(2 * one.heapBytes());
        assertThat(two.bytesToRead()).isEqualTo(4L * ROWS.length());
        RunEstimate batch = engine.estimate(engine.plan(recipe.batch().read()));
        assertThat(batch.bytesToRead()).isEqualTo(2L * ROWS.length());
        assertThat(batch.heapBytes()).isGreaterThan(one.heapBytes() + 2L * ROWS.length());
        assertThat(batch.heapLimit()).isEqualTo(Runtime.getRuntime().maxMemory());
    }
}
