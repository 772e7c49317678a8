package dev.millrace.engine.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.faults.SmallRun.Outcome;
import dev.millrace.engine.problem.EngineException;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.problem.RecipeException;
import dev.millrace.engine.problem.StorageException;
import dev.millrace.engine.run.Manifest;
import dev.millrace.engine.run.RunResult;
import dev.millrace.engine.testing.Tree;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/// What holds of a run and its output folder whatever happens.
///
/// @param whole the results of a run without trouble
/// @param rows what became of its rows
record Promises(SortedMap<String, String> whole, Manifest.Rows rows) {

    static final String SUCCESS = "_SUCCESS";

    /// Runs once without trouble; the output folder is empty afterwards.
    static Promises of(SmallRun run) {
        Manifest manifest = run.run(new Trouble.None()).manifest();
        Promises promises = new Promises(Tree.results(run.output()), manifest.rows());
        assertThat(manifest.rows().balanced()).isTrue();
        assertThat(manifest.rows().rejected()).as("the row of two cells").isOne();
        assertThat(promises.whole).containsKey(SUCCESS);
        run.clear();
        return promises;
    }

    /// The run has succeeded and lost nothing.
    void requireWhole(SmallRun run, Outcome outcome, String when) {
        assertThat(outcome.manifest("the run after " + when).rows()).as(when).isEqualTo(rows);
        assertThat(Tree.results(run.output())).as(when).isEqualTo(whole);
        assertThat(outcome.leftOpen()).as("files left open by %s", when).isZero();
    }

    /// Before a run begins to give final names, none is there.
    void requireNothingFinal(SmallRun run, String when) {
        assertThat(results(run).keySet()).as(when).isEmpty();
    }

    /// Every file under a final name is whole, and `_SUCCESS` stands over all of them only.
    void requireConsistent(SmallRun run, String when) {
        SortedMap<String, String> results = results(run);
        assertThat(whole.entrySet()).as(when).containsAll(results.entrySet());
        if (results.containsKey(SUCCESS)) {
            assertThat(results).as(when).isEqualTo(whole);
        }
        requireWholeEvents(run, when);
    }

    /// What a run writes of itself differs each time, but its end is known.
    private static void requireWholeEvents(SmallRun run, String when) {
        Path events = run.output().resolve("_run/events.jsonl");
        if (Files.exists(events)) {
            assertThat(Tree.bytes(events).lines().toList().getLast()).as(when).contains("\"RunEnded\"").endsWith("}");
        }
    }

    /// What lies under final names.
    static SortedMap<String, String> results(SmallRun run) {
        SortedMap<String, String> results = new TreeMap<>(Tree.results(run.output()));
        results.keySet().removeIf(name -> name.startsWith(".") || name.contains("/."));
        return results;
    }

    /// The error tells where, what and what to do; it is one of the storage, or of the recipe when that is what could
    /// not be read.
    static void requireClear(SmallRun run, RunResult result, Trouble.Failing failing, Operation operation) {
        String when = failing + " of " + operation;
        RuntimeException cause = ((RunResult.Failed) result).cause();
        // whether there is a dataset or a folder of artifacts is asked by Files.exists, which takes a fault for no
        boolean unseen = operation.kind() == Operation.Kind.ATTRIBUTES && !operation.path().startsWith(run.output());
        boolean ofRecipe =
                cause instanceof RecipeException && (unseen || operation.path().toString().endsWith(".json"));
        assertThat(ofRecipe || cause instanceof StorageException).as("%s: %s", when, cause).isTrue();
        Problem problem = ((EngineException) cause).problems().getFirst();
        assertThat(problem.place().source()).as(when).isNotBlank();
        assertThat(problem.remedy()).as(when).isNotBlank();
        if (!unseen && !ofRecipe) {
            assertThat(problem.finding()).as(when).contains(failing.fault().reason());
        }
    }
}
