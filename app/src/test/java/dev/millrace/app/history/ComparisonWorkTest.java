package dev.millrace.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.app.FinishedRuns;
import dev.millrace.app.TestWiring;
import dev.millrace.engine.Engine;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.engine.results.ArtifactDifference;
import dev.millrace.engine.results.RunRecord;
import dev.millrace.engine.run.RunEvent.Outcome;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Two runs side by side.
class ComparisonWorkTest {

    @TempDir private Path folder;

    private final TestWiring test = new TestWiring();
    private final ComparisonWords words = new ComparisonWords(test.texts, test.figures);

    private RunComparison compare(RunRecord one, RunRecord other) throws IOException {
        HistoryStore store = new HistoryStore(folder.resolve("runs"));
        store.add(one);
        store.add(other);
        List<PastRun> past = PastRun.of(store.runs());
        return new ComparisonWork(store, test.texts, test.figures).compare(past.getFirst(), past.getLast());
    }

    @Test
    void theEarlierRunComesFirstAndNumbersThatMovedMostOnTop() throws IOException {
        FinishedRuns runs = new FinishedRuns(folder);
        RunRecord first = RunRecord.of(runs.done(runs.recipe("first", "out-1", 0.01, 1)));
        RunRecord second = RunRecord.of(runs.done(runs.recipe("second", "out-2", 0.05, 1)));
        RunComparison compared = compare(first, second);
        assertThat(compared.first().name()).isEqualTo("first");
        assertThat(compared.remembered()).isTrue();
        assertThat(compared.recipe())
                .extracting(change -> change.setting())
                .containsExactly("name", "risk-table-mapping/smoothFactor", "output/path");
        assertThat(compared.figures())
                .anySatisfy(figure -> {
                    assertThat(figure.name()).isEqualTo("Rows in");
                    assertThat(words.ratio(figure)).isEqualTo("=");
                });
        List<ArtifactDifference.Change> moved = compared.artifacts().changes();
        assertThat(moved).isNotEmpty().isSortedAccordingTo((a, b) -> Double.compare(b.shift(), a.shift()));
        assertThat(words.shift(moved.getFirst())).matches("[+−]\\d+(\\.\\d)? %");
    }

    @Test
    void aRunThatFailedHasARecipeToCompareButNoFigures() throws IOException {
        FinishedRuns runs = new FinishedRuns(folder);
        Path file = runs.recipe("first", "out-1", 0.01, 1);
        RunRecord done = RunRecord.of(runs.done(file));
        Recipe recipe = new Engine().readRecipe(runs.recipe("second", "out-2", 0.01, 1));
        RunRecord failed =
                RunRecord.withoutManifest(
                        Instant.EPOCH, Duration.ofSeconds(1), Outcome.FAILED, recipe.resolved(), List.of("x"));
        RunComparison compared = compare(done, failed);
        assertThat(compared.first().name()).isEqualTo("second");
        assertThat(compared.figures()).isEmpty();
        assertThat(compared.remembered()).isFalse();
        assertThat(compared.recipe()).isNotEmpty();
    }
}
