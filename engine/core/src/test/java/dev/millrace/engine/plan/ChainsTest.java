package dev.millrace.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;

import dev.millrace.engine.Engine;
import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.ColumnChange;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.ShardKey;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.recipe.Job;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.engine.recipe.RecipeReader;
import dev.millrace.engine.run.RunResult;
import dev.millrace.engine.stats.SummaryInput;
import dev.millrace.engine.stats.SummaryOutput;
import dev.millrace.engine.strategy.Artifact;
import dev.millrace.engine.strategy.ArtifactFile;
import dev.millrace.engine.strategy.ArtifactSource;
import dev.millrace.engine.strategy.FitRound;
import dev.millrace.engine.strategy.Footprint;
import dev.millrace.engine.strategy.SettingPlaces;
import dev.millrace.engine.strategy.Strategies;
import dev.millrace.engine.strategy.Strategy;
import dev.millrace.engine.strategy.StrategyType;
import dev.millrace.engine.strategy.Subject;
import dev.millrace.engine.strategy.Transform;
import dev.millrace.engine.testing.Tree;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A fit sees what the strategies before it made of cells and rows, and nothing of those after it.
class ChainsTest {

    private static final List<StrategyType<?>> TYPES = new ArrayList<>(Engine.STRATEGIES.types());

    static {
        TYPES.add(new StrategyType<>("look", LookSettings.class, Look::new));
        TYPES.add(new StrategyType<>("deal", Deal.Settings.class, _ -> new Deal()));
        TYPES.add(new StrategyType<>("fill", Fill.Settings.class, Fill::new));
    }

    @AutoClose private final FileSystem files = Jimfs.newFileSystem(Configuration.unix());

    /// The second strategy waits for the first, whose column it looks at, so it is fitted in pass 2; the third is
    /// fitted in pass 1. The second must see the third's column as it is in the file.
    @Test
    void aFitSeesNothingOfTheStrategiesAfterIt() {
        String recipe =
                """
                {"version": 1, "dataset": {"path": "in", "label": "label"}, "output": {"path": "out"}, "strategies": [
                  {"strategy": "risk-table-mapping", "fields": ["a"], "countThreshold": 1},
                  {"strategy": "look", "columns": ["a", "b"]},
                  {"strategy": "risk-table-mapping", "fields": ["b"], "countThreshold": 1}]}
                """;
        assertThat(seen(recipe)).isEqualTo("1.0 u\n0.0 v\n");
    }

    @Test
    void aFitSeesWhatTheStrategiesBeforeItMadeOfTheData() {
        String recipe =
                """
                {"version": 1, "dataset": {"path": "in", "label": "label"}, "output": {"path": "out"}, "strategies": [
                  {"strategy": "risk-table-mapping", "fields": ["a"], "countThreshold": 1},
                  {"strategy": "risk-table-mapping", "fields": ["b"], "smoothFactor": 1},
                  {"strategy": "look", "columns": ["a", "b", "label"]}]}
                """;
        assertThat(seen(recipe)).isEqualTo("1.0 0.5 1\n0.0 0.5 0\n");
    }

    /// Rows 2 and 5 go to val, row 3 is dropped, row 4 is repeated.
    @Test
    void aFitSeesTheRowsThatTheStrategiesBeforeItLeftInItsSplit() {
        String recipe =
                """
                {"version": 1, "dataset": {"path": "in"}, "output": {"path": "out"}, "strategies": [
                  {"strategy": "deal"},
                  {"strategy": "look", "columns": ["a"]}]}
                """;
        assertThat(seen(recipe, "a\n1\n2\n3\n4\n5\n6\n")).isEqualTo("1\n4\n4\n6\n");
        assertThat(Tree.bytes(files.getPath("/out/train.csv"))).isEqualTo("a\n1\n4\n4\n6\n");
        assertThat(Tree.bytes(files.getPath("/out/val.csv"))).isEqualTo("a\n2\n5\n");
    }

    @Test
    void aFitSeesNothingOfTheRowsThatAStrategyAfterItMoves() {
        String recipe =
                """
                {"version": 1, "dataset": {"path": "in"}, "output": {"path": "out"}, "strategies": [
                  {"strategy": "look", "columns": ["a"]},
                  {"strategy": "deal"}]}
                """;
        assertThat(seen(recipe, "a\n1\n2\n3\n4\n5\n6\n")).isEqualTo("1\n2\n3\n4\n5\n6\n");
    }

    /// The fit of the second strategy is derived from counts of the unfilled cells: of x 2 rows, 1 positive; of the
    /// missing ones that become x 2 rows, both positive.
    @Test
    void aFitThatDerivesFromFilledCellsGivesWhatFittingThemWouldGive() {
        String recipe =
                """
                {"version": 1, "dataset": {"path": "in", "label": "label"}, "output": {"path": "out"}, "strategies": [
                  {"strategy": "fill", "column": "a", "value": "x"},
                  {"strategy": "risk-table-mapping", "fields": ["a"], "countThreshold": 1, "smoothFactor": 0}]}
                """;
        Recipe read = read(recipe, "a,label\nx,1\nx,0\n,1\nNA,1\ny,0\n");
        Plan plan = Planner.plan(read, new Engine().openDataset(read.datasetPath(), Job.TRAINING));
        assertThat(plan.passes()).hasSize(2);
        assertThat(new Engine().start(plan).await()).isInstanceOf(RunResult.Done.class);
        assertThat(Tree.bytes(files.getPath("/out/train.csv")))
                .isEqualTo("a,label\n0.75,1\n0.75,0\n0.75,1\n0.75,1\n0.0,0\n");
    }

    private Recipe read(String document, String data) {
        Tree.write(files.getPath("/in/part-1.csv"), data);
        return new RecipeReader(new Strategies(TYPES))
                .parse(document.getBytes(StandardCharsets.UTF_8), "recipe.json", files.getPath("/"));
    }

    private String seen(String document) {
        return seen(document, "a,b,label\nx,u,1\ny,v,0\n");
    }

    private String seen(String document, String data) {
        Recipe recipe = read(document, data);
        Engine engine = new Engine();
        Dataset dataset = engine.openDataset(recipe.datasetPath(), Job.TRAINING);
        assertThat(engine.start(Planner.plan(recipe, dataset)).await()).isInstanceOf(RunResult.Done.class);
        Path seen = files.getPath("/out/model/seen.txt");
        return Tree.bytes(seen);
    }

    /// @param columns what it looks at
    record LookSettings(List<String> columns) {}

    /// What was seen of some rows.
    record Seen(String text) {}

    /// A strategy that changes nothing; its artifact is what its fit saw.
    private record Look(LookSettings settings) implements Strategy {

        @Override
        public String id() {
            return "look";
        }

        @Override
        public List<Problem> check(Subject subject, SettingPlaces places) {
            return List.of();
        }

        @Override
        public Footprint footprint(Subject subject) {
            Set<String> columns = new HashSet<>(settings.columns());
            return new Footprint(columns, Set.of(Split.TRAIN), Set.of(), Set.of(), Set.of(), false, false, false);
        }

        @Override
        public FitRound<?> fit(Subject subject) {
            return new LookRound(settings.columns().stream().map(subject.schema()::position).toList());
        }

        @Override
        public Artifact load(ArtifactSource source, Subject subject) {
            return new SeenText(new Seen(new String(source.read("seen.txt"), StandardCharsets.UTF_8)));
        }
    }

    private record LookRound(List<Integer> positions) implements FitRound<Seen> {

        @Override
        public Fit<Seen> start(ShardKey shard) {
            StringBuilder text = new StringBuilder();
            return new Fit<>() {
                @Override
                public void add(Split split, Block block) {
                    for (int row = 0; row < block.rows(); row++) {
                        int current = row;
                        List<String> cells =
                                positions.stream().map(position -> block.column(position).text(current)).toList();
                        text.append(String.join(" ", cells)).append('\n');
                    }
                }

                @Override
                public Seen summary() {
                    return new Seen(text.toString());
                }
            };
        }

        @Override
        public Seen merge(Seen left, Seen right) {
            return new Seen(left.text() + right.text());
        }

        @Override
        public void write(Seen summary, SummaryOutput out) throws IOException {
            out.text(summary.text());
        }

        @Override
        public Seen read(SummaryInput in) throws IOException {
            return new Seen(in.text());
        }

        @Override
        public Outcome finish(Seen summary) {
            return new Outcome.Fitted(new SeenText(summary));
        }
    }

    private record SeenText(Seen seen) implements Artifact {

        @Override
        public List<ArtifactFile> files() {
            return List.of(new ArtifactFile("seen.txt", seen.text().getBytes(StandardCharsets.UTF_8)));
        }

        @Override
        public Transform transform(ShardKey shard) {
            return (_, _) -> {};
        }

        @Override
        public Map<String, ColumnChange> changes() {
            return Map.of();
        }

        @Override
        public List<String> warnings() {
            return List.of();
        }
    }
}
