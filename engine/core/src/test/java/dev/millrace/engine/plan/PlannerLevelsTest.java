package dev.millrace.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;

import dev.millrace.engine.Engine;
import dev.millrace.engine.dataset.DialectOverrides;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.plan.Pass.Kind;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.recipe.ArtifactSettings;
import dev.millrace.engine.recipe.DatasetSettings;
import dev.millrace.engine.recipe.Job;
import dev.millrace.engine.recipe.OutputSettings;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.engine.recipe.RecipePlaces;
import dev.millrace.engine.recipe.RunSettings;
import dev.millrace.engine.recipe.StrategyEntry;
import dev.millrace.engine.strategy.Artifact;
import dev.millrace.engine.strategy.ArtifactSource;
import dev.millrace.engine.strategy.FitRound;
import dev.millrace.engine.strategy.Footprint;
import dev.millrace.engine.strategy.SettingPlaces;
import dev.millrace.engine.strategy.Strategy;
import dev.millrace.engine.strategy.StrategyType;
import dev.millrace.engine.strategy.Subject;
import dev.millrace.engine.testing.Tree;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import java.nio.file.FileSystem;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// In which pass a fit comes, by footprints alone: rows that move, cells that are filled, counts that derive.
class PlannerLevelsTest {

    private static final Set<Split> TRAIN = Set.of(Split.TRAIN);

    @AutoClose private final FileSystem files = Jimfs.newFileSystem(Configuration.unix());

    /// Fits on a column and edits it.
    private static Footprint edits(String column) {
        Set<String> columns = Set.of(column);
        return new Footprint(columns, TRAIN, columns, columns, Set.of(), false, false, false);
    }

    /// As [#edits], with a fit that can be derived from filled cells.
    private static Footprint counts(String column) {
        Set<String> columns = Set.of(column);
        return new Footprint(columns, TRAIN, columns, columns, Set.of(), false, false, true);
    }

    private static Footprint fills(String column) {
        Set<String> columns = Set.of(column);
        return new Footprint(columns, TRAIN, columns, columns, Set.of(), false, true, false);
    }

    private static Footprint splits(String column) {
        return new Footprint(Set.of(column), TRAIN, Set.of(column), Set.of(), Set.of(Split.VAL), true, false, false);
    }

    private static Footprint samples(String column) {
        return new Footprint(Set.of(column), TRAIN, Set.of(column), Set.of(), Set.of(), true, false, false);
    }

    /// Nothing to learn: sends rows to splits by the column alone.
    private static Footprint splitsUnfitted(String column) {
        return new Footprint(Set.of(), Set.of(), Set.of(column), Set.of(), Set.of(Split.VAL), true, false, false);
    }

    @Test
    void whatIsFittedAfterRowsMoveComesInALaterPass() {
        assertThat(fitPasses(splits("a"), edits("b"))).containsExactly(List.of(0), List.of(1));
        assertThat(fitPasses(samples("a"), counts("b"))).containsExactly(List.of(0), List.of(1));
        assertThat(fitPasses(splits("a"), samples("b"), edits("c")))
                .containsExactly(List.of(0), List.of(1), List.of(2));
    }

    @Test
    void whatIsFittedBeforeRowsMoveSharesThePass() {
        assertThat(fitPasses(edits("b"), splits("a"))).containsExactly(List.of(0, 1));
        assertThat(fitPasses(edits("a"), splits("a")))
                .as("it looks at the edited column")
                .containsExactly(List.of(0), List.of(1));
    }

    @Test
    void aFitThatDerivesFromFilledCellsSharesThePassOfTheFilling() {
        assertThat(fitPasses(fills("a"), counts("a"))).containsExactly(List.of(0, 1));
        assertThat(fitPasses(fills("a"), counts("a"), counts("a"))).containsExactly(List.of(0, 1), List.of(2));
    }

    @Test
    void aFitThatCannotDeriveOrThatFollowsMoreThanAFillingComesLater() {
        assertThat(fitPasses(fills("a"), edits("a"))).containsExactly(List.of(0), List.of(1));
        assertThat(fitPasses(edits("a"), counts("a"))).containsExactly(List.of(0), List.of(1));
        assertThat(fitPasses(fills("a"), edits("b"))).as("other columns").containsExactly(List.of(0, 1));
    }

    /// The derived fit waits for whatever the filling waits for.
    @Test
    void aDerivedFitComesInTheLatePassOfItsFilling() {
        assertThat(fitPasses(splits("c"), fills("a"), counts("a"))).containsExactly(List.of(0), List.of(1, 2));
        assertThat(fitPasses(fills("a"), splits("c"), counts("a"))).containsExactly(List.of(0, 1), List.of(2));
    }

    /// Two fillings of one column: what the second finds missing depends on the first.
    @Test
    void aSecondFillingOfTheSameColumnComesLater() {
        assertThat(fitPasses(fills("a"), fills("a"), counts("a"))).containsExactly(List.of(0), List.of(1, 2));
    }

    @Test
    void afterAStrategyThatSplitsTheOthersSeeItsSplits() {
        Plan plan = plan(splits("a"), edits("b"));
        assertThat(plan.steps().get(0).subject().splits()).containsExactly(Split.TRAIN);
        assertThat(plan.steps().get(1).subject().splits()).containsExactlyInAnyOrder(Split.TRAIN, Split.VAL);
    }

    @Test
    void aPassLooksAtWhatItFitsAndAtWhatTheTransformsBeforeItNeed() {
        Plan plan = plan(splits("a"), edits("b"));
        assertThat(plan.passes()).extracting(Pass::kind).containsExactly(Kind.FIT, Kind.FIT, Kind.TRANSFORM);
        assertThat(plan.passes().get(0).columns()).containsExactly(0);
        assertThat(plan.passes().get(1).columns()).containsExactly(0, 1);
        assertThat(plan.passes().get(2).columns()).containsExactly(0, 1);
        assertThat(plan.passes().get(1).splits()).containsExactly(Split.TRAIN);
    }

    /// A strategy with nothing to fit must not cost a scan of its own.
    @Test
    void aStrategyWithNothingToFitCostsNoPass() {
        Plan plan = plan(splitsUnfitted("a"));
        for (Pass pass : plan.passes()) {
            assertThat(plan.shards(pass)).as(pass.why()).hasSize(pass.kind() == Kind.FIT ? 0 : 1);
        }
        assertThat(plan.bytesToRead()).isEqualTo(plan.dataset().bytes());
    }

    private List<List<Integer>> fitPasses(Footprint... footprints) {
        List<Pass> passes = plan(footprints).passes();
        Pass last = passes.getLast();
        assertThat(last.kind()).isEqualTo(Kind.TRANSFORM);
        assertThat(last.strategies()).hasSize(footprints.length);
        return passes.stream().filter(pass -> pass.kind() == Kind.FIT).map(Pass::strategies).toList();
    }

    private Plan plan(Footprint... footprints) {
        Tree.write(files.getPath("/in/part-1.csv"), "a,b,c\n1,2,3\n");
        List<StrategyEntry> entries =
                Arrays.stream(footprints)
                        .map(footprint -> new FakeSettings(footprint))
                        .map(settings ->
                                new StrategyEntry(new StrategyType<>("fake", FakeSettings.class, Fake::new), settings))
                        .toList();
        Recipe recipe =
                new Recipe(
                        RecipePlaces.UNSAVED,
                        files.getPath("/"),
                        "levels",
                        new DatasetSettings(
                                "in",
                                DatasetSettings.Format.AUTO,
                                null,
                                null,
                                null,
                                DialectOverrides.NONE,
                                DatasetSettings.Columns.STRICT),
                        Job.TRAINING,
                        entries,
                        new ArtifactSettings(null),
                        OutputSettings.to("out"),
                        RunSettings.defaults());
        return new Engine().plan(recipe);
    }

    /// @param footprint what the strategy says of itself
    record FakeSettings(Footprint footprint) {}

    /// A strategy that is planned but never run.
    private record Fake(FakeSettings settings) implements Strategy {

        @Override
        public String id() {
            return "fake";
        }

        @Override
        public List<Problem> check(Subject subject, SettingPlaces places) {
            return List.of();
        }

        @Override
        public Footprint footprint(Subject subject) {
            return settings.footprint();
        }

        @Override
        public FitRound<?> fit(Subject subject) {
            throw new AssertionError("planned only");
        }

        @Override
        public Artifact load(ArtifactSource source, Subject subject) {
            throw new AssertionError("planned only");
        }
    }
}
