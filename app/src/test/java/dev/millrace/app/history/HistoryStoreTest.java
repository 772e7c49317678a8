package dev.millrace.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.app.FinishedRuns;
import dev.millrace.engine.results.ArtifactTable;
import dev.millrace.engine.results.Results;
import dev.millrace.engine.results.RunRecord;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What is remembered of runs, whatever becomes of their folders.
class HistoryStoreTest {

    @TempDir private Path folder;

    private HistoryStore store;
    private FinishedRuns runs;

    @BeforeEach
    void make() throws IOException {
        store = new HistoryStore(folder.resolve("state/runs"));
        runs = new FinishedRuns(folder.resolve("project"));
    }

    @Test
    void nothingIsRememberedBeforeTheFirstRun() throws IOException {
        assertThat(store.runs()).isEmpty();
    }

    @Test
    void whatARunLearnedIsRememberedWhenALaterOneReplacesIt() throws IOException {
        Path recipe = runs.recipe("set", "out", 0.01, 1);
        Results.Finished first = runs.done(recipe);
        store.add(RunRecord.of(first));
        Results.Finished second = runs.doneAnew(runs.recipe("set", "out", 0.05, 1));
        store.add(RunRecord.of(second));

        List<PastRun> past = PastRun.of(store.runs());
        assertThat(past).extracting(PastRun::standing).containsExactly(Standing.THERE, Standing.REPLACED);
        List<ArtifactTable> learned = store.artifacts(past.getLast().record());
        assertThat(learned).filteredOn(table -> table.of().equals("country")).hasSize(1);
        assertThat(learned).isNotEqualTo(store.artifacts(past.getFirst().record()));
    }

    @Test
    void aFolderThatIsGoneIsShownAsSuch() throws IOException {
        Results.Finished results = runs.done(runs.recipe("set", "out", 0.01, 1));
        store.add(RunRecord.of(results));
        Files.delete(results.folder().resolve("_SUCCESS"));
        assertThat(PastRun.of(store.runs())).extracting(PastRun::standing).containsExactly(Standing.GONE);
    }

    @Test
    void aDamagedRecordHidesNoOther() throws IOException {
        store.add(RunRecord.of(runs.done(runs.recipe("set", "out", 0.01, 1))));
        Path damaged = Files.createDirectories(folder.resolve("state/runs/other"));
        Files.writeString(damaged.resolve("run.json"), "{ half");
        assertThat(store.runs()).hasSize(1);
    }

    @Test
    void aRunThatIsForgottenLeavesNothingAndKeepsItsResults() throws IOException {
        Results.Finished results = runs.done(runs.recipe("set", "out", 0.01, 1));
        RunRecord record = RunRecord.of(results);
        store.add(record);
        store.remove(record);
        assertThat(store.runs()).isEmpty();
        assertThat(folder.resolve("state/runs")).isEmptyDirectory();
        assertThat(results.folder().resolve("_SUCCESS")).exists();
    }
}
