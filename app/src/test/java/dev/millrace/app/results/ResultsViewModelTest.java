package dev.millrace.app.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.millrace.app.FinishedRuns;
import dev.millrace.app.RunScript;
import dev.millrace.app.ScriptedRuns;
import dev.millrace.app.TestWiring;
import dev.millrace.app.Wiring;
import dev.millrace.app.history.PastRun;
import dev.millrace.app.history.Standing;
import dev.millrace.app.results.VerificationViewModel.Phase;
import dev.millrace.app.run.Beginning;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.engine.results.Results;
import dev.millrace.engine.results.RunRecord;
import dev.millrace.engine.run.RunResult;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Results without a window.
class ResultsViewModelTest {

    @TempDir private Path folder;

    private final ScriptedRuns script = new ScriptedRuns();
    private final List<Beginning> begun = new ArrayList<>();
    private FinishedRuns runs;
    private Wiring wiring;
    private ResultsViewModel results;

    @BeforeEach
    void wire() throws IOException {
        runs = new FinishedRuns(folder);
        wiring = new TestWiring().atOnce(folder, script);
        results = wiring.results();
    }

    private void note(Recipe recipe, Beginning beginning) {
        assertThat(recipe.name()).isEqualTo("set");
        begun.add(beginning);
    }

    private Results.Finished finished() throws IOException {
        Results.Finished finished = runs.done(runs.recipe("set", "out", 0.01, 1));
        results.open(finished.folder());
        return finished;
    }

    @Test
    void theSentenceAccountsForEveryRow() throws IOException {
        finished();
        ResultsSummary summary = results.summaryProperty().get();
        assertThat(summary.sentence())
                .isEqualTo("5,000 rows in = 3,483 train + 747 val + 746 test + 24 dropped (missing label)");
        assertThat(summary.shares().stream().mapToDouble(ResultsSummary.Share::share).sum()).isCloseTo(1, within(1e-9));
        assertThat(summary.verdict()).isEqualTo(Verdict.COMPLETE);
    }

    @Test
    void aRunThatIsOpenedJoinsTheHistoryOnce() throws IOException {
        Results.Finished finished = finished();
        results.open(finished.folder());
        assertThat(wiring.history().runs()).hasSize(1);
    }

    @Test
    void aFolderWithoutARunIsToldAndJoinsNothing() {
        results.open(folder);
        assertThat(results.stateProperty().get()).isInstanceOf(ResultsState.Failed.class);
        assertThat(results.verdictProperty().get()).isEqualTo(Verdict.NONE);
        assertThat(wiring.history().runs()).isEmpty();
    }

    @Test
    void runningAgainAsksBeforeItReplacesResults() throws IOException {
        finished();
        results.runAgain(this::note);
        assertThat(begun).isEmpty();
        results.answer(false);
        assertThat(begun).isEmpty();
        results.runAgain(this::note);
        results.answer(true);
        assertThat(begun).containsExactly(Beginning.REPLACING);
    }

    @Test
    void anUnfinishedRunIsResumedWithoutAsking() throws IOException {
        results.open(runs.unfinished(runs.recipe("set", "out", 0.01, 1)).folder());
        assertThat(results.isResumable()).isTrue();
        results.resume(this::note);
        assertThat(begun).containsExactly(Beginning.RESUMED);
    }

    @Test
    void aRunWhoseFolderIsGoneIsRememberedAndCanBeRunAnew() throws IOException {
        RunRecord record = RunRecord.of(finished());
        results.askRemoval();
        results.answer(true);
        assertThat(folder.resolve("out")).doesNotExist();
        assertThat(wiring.history().runs()).extracting(PastRun::standing).containsExactly(Standing.GONE);
        results.open(record);
        assertThat(results.verdictProperty().get()).isEqualTo(Verdict.GONE);
        assertThat(results.summaryProperty().get().facts()).isNotEmpty();
        results.runAgain(this::note);
        assertThat(begun).containsExactly(Beginning.NEW);
    }

    @Test
    void aRunThatALaterOneReplacedIsNotMistakenForIt() throws IOException {
        RunRecord first = RunRecord.of(finished());
        runs.doneAnew(runs.recipe("set", "out", 0.05, 1));
        results.open(first);
        assertThat(results.verdictProperty().get()).isEqualTo(Verdict.REPLACED);
    }

    @Test
    void verifyingTellsWhatIsDamagedAndIsForgottenWithOtherResults() throws IOException {
        Results.Finished finished = finished();
        results.verify();
        assertThat(results.verification().phaseProperty().get()).isEqualTo(Phase.SOUND);
        Files.delete(finished.folder().resolve("train/part-00003.csv"));
        results.verify();
        assertThat(results.verdictProperty().get()).isEqualTo(Verdict.DAMAGED);
        results.open(finished.folder());
        assertThat(results.verification().phaseProperty().get()).isEqualTo(Phase.IDLE);
        assertThat(results.verdictProperty().get()).isEqualTo(Verdict.COMPLETE);
    }

    @Test
    void rowsAreComparedOnlyWhenTheyAreLookedAt() throws IOException {
        finished();
        assertThat(results.rows().rows()).isEmpty();
        results.rows().show();
        assertThat(results.rows().rows()).hasSize(ComparedRowsViewModel.PAGE);
        assertThat(results.rows().shards()).hasSize(8);
        results.rows().readMore();
        assertThat(results.rows().rows()).hasSize(2 * ComparedRowsViewModel.PAGE);
        results.rows().shardProperty().set(results.rows().shards().getLast());
        assertThat(results.rows().rows()).hasSize(ComparedRowsViewModel.PAGE);
        assertThat(results.rows().rows().getFirst().shard()).isEqualTo("part-00008.csv");
    }

    @Test
    void aReplacedInputIsTold() throws IOException {
        finished();
        Files.delete(folder.resolve("data/part-00001.csv"));
        for (int shard = 2; shard <= 8; shard++) {
            Files.delete(folder.resolve("data/part-0000" + shard + ".csv"));
        }
        results.rows().show();
        assertThat(results.rows().problemProperty().get()).isNotNull();
        assertThat(results.rows().busyProperty().get()).isFalse();
    }

    @Test
    void aRunThatFailsOrIsCancelledJoinsTheHistoryWithoutWhatItQuoted() {
        String finding = "the row has 19 fields, but the header names 20";
        wiring.home().openSample();
        wiring.shell().startRun();
        RunScript.midway(script, wiring.run());
        RunScript.fail(script, wiring.run());
        assertThat(results.verdictProperty().get()).isEqualTo(Verdict.FAILED);
        assertThat(wiring.history().runs().getFirst().record().places())
                .containsExactly("data/part-00006.csv, line 412");
        assertThat(results.summaryProperty().get().problems()).extracting(Problem::finding).containsExactly(finding);
        assertThat(results.summaryProperty().get().places()).isEmpty();
        RunRecord failed = wiring.history().runs().getFirst().record();
        assertThat(new String(failed.document(), StandardCharsets.UTF_8)).doesNotContain(finding);

        wiring.shell().startRun();
        RunScript.midway(script, wiring.run());
        RunScript.end(script, wiring.run(), new RunResult.Cancelled());
        assertThat(results.verdictProperty().get()).isEqualTo(Verdict.CANCELLED);
        assertThat(wiring.history().runs()).hasSize(2);
        results.open(failed);
        assertThat(results.summaryProperty().get().problems()).isEmpty();
        assertThat(results.summaryProperty().get().places()).containsExactly("data/part-00006.csv, line 412");
    }

    @Test
    void whatARunFailedOfIsToldWithWhatItLeft() throws IOException {
        Results.Unfinished left = runs.unfinished(runs.recipe("set", "out", 0.01, 1));
        wiring.home().open(folder.resolve("out.millrace.json"));
        wiring.shell().startRun();
        RunScript.midway(script, wiring.run());
        RunScript.fail(script, wiring.run());
        assertThat(results.folder()).contains(left.folder());
        assertThat(results.verdictProperty().get()).isEqualTo(Verdict.UNFINISHED);
        assertThat(results.summaryProperty().get().problems()).extracting(Problem::remedy).isNotEmpty();
        results.open(left.folder());
        assertThat(results.summaryProperty().get().problems()).isNotEmpty();
    }
}
