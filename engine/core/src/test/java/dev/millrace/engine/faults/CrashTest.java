package dev.millrace.engine.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.faults.SmallRun.Way;

import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;

/// The process dies at an operation of a run.
class CrashTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource
    void whatADeadProcessLeavesIsConsistentAndAFreshRunReplacesIt(Way way, TestReporter figures) {
        SmallRun run = SmallRun.of(folder, way);
        Promises promises = Promises.of(run);
        Sweep sweep = Sweep.of(run);
        long commit = sweep.commit(run.output());
        for (Operation operation : sweep.tried(way)) {
            String when = "died at " + operation;
            assertThat(run.run(new Trouble.Dying(operation.number())).disk().struck()).as(when).isTrue();
            promises.requireConsistent(run, when);
            if (operation.number() <= commit) {
                promises.requireNothingFinal(run, when);
                promises.requireWhole(run, run.run(new Trouble.None()), when);
            }
            run.clear();
        }
        figures.publishEntry(way + ": operations at which the process died", "" + sweep.tried(way).size());
    }

    @ParameterizedTest
    @EnumSource
    void aRunWhoseProcessDiedIsTakenUpAgainAndEndsTheSame(Way way, TestReporter figures) {
        SmallRun run = SmallRun.of(folder, way);
        Promises promises = Promises.of(run);
        Sweep sweep = Sweep.of(run);
        for (Operation operation : sweep.tried(way)) {
            run.run(new Trouble.Dying(operation.number()));
            promises.requireWhole(run, run.resume(), "died at " + operation);
            run.clear();
        }
        figures.publishEntry(way + ": dead processes whose run was resumed", "" + sweep.tried(way).size());
    }

    /// Whoever resumes may die too: at each operation of the run, then again at each of some of the resumed one.
    @ParameterizedTest
    @EnumSource
    void aResumedRunMayDieAgain(Way way) {
        SmallRun run = SmallRun.of(folder, way);
        Promises promises = Promises.of(run);
        Sweep sweep = Sweep.of(run);
        for (int first = 3; first <= sweep.operations().size(); first += 17) {
            run.run(new Trouble.Dying(first));
            for (int later = 5; run.resume(new Trouble.Dying(later)).disk().struck(); later += 23) {
                promises.requireConsistent(run, "died at " + first + " and, resumed, at " + later);
            }
            promises.requireWhole(run, run.resume(), "died at " + first + " and several times more");
            run.clear();
        }
    }
}
