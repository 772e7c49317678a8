package dev.millrace.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.millrace.engine.Engine;
import dev.millrace.engine.block.Block;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.recipe.Job;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.engine.recipe.RecipeReader;
import dev.millrace.engine.run.RunResult;
import dev.millrace.engine.strategy.Artifact;
import dev.millrace.engine.strategy.ArtifactFile;
import dev.millrace.engine.strategy.ArtifactSource;
import dev.millrace.engine.strategy.FitRound;
import dev.millrace.engine.strategy.SettingPlaces;
import dev.millrace.engine.strategy.Strategies;
import dev.millrace.engine.strategy.Strategy;
import dev.millrace.engine.strategy.StrategyType;
import dev.millrace.engine.strategy.Subject;
import dev.millrace.engine.strategy.Transform;
import dev.millrace.engine.testing.Tree;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// A fit sees what the strategies before it made of the data, and nothing of those after it.
class ChainsTest {

    private static final List<StrategyType<?>> TYPES = new ArrayList<>(Engine.STRATEGIES.types());

    static {
        TYPES.add(new StrategyType<>("look", LookSettings.class, Look::new));
    }

    @AutoClose
    private final FileSystem files = Jimfs.newFileSystem(Configuration.unix());

    /// The second strategy waits for the first, whose column it looks at, so it is fitted in pass 2; the third is fitted
    /// in pass 1. The second must see the third's column as it is in the file.
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

    private String seen(String document) {
        Tree.write(files.getPath("/in/part-1.csv"), "a,b,label\nx,u,1\ny,v,0\n");
        Recipe recipe = new RecipeReader(new Strategies(TYPES))
                .parse(document.getBytes(StandardCharsets.UTF_8), "recipe.json", files.getPath("/"));
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
        public Set<String> fitColumns(Subject subject) {
            return new HashSet<>(settings.columns());
        }

        @Override
        public Set<String> editedColumns(Subject subject) {
            return Set.of();
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
        public Fit<Seen> start() {
            StringBuilder text = new StringBuilder();
            return new Fit<>() {
                @Override
                public void add(Block block) {
                    for (int row = 0; row < block.rows(); row++) {
                        int current = row;
                        List<String> cells = positions.stream()
                                .map(position -> block.column(position).text(current))
                                .toList();
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
        public Transform transform() {
            return (_, _) -> {};
        }

        @Override
        public List<String> warnings() {
            return List.of();
        }
    }
}
