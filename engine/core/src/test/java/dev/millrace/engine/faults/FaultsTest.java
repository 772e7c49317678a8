package dev.millrace.engine.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.faults.SmallRun.Outcome;
import dev.millrace.engine.faults.SmallRun.Way;
import dev.millrace.engine.testing.Tree;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.SortedMap;

/// An operation of a run fails, in one way or another; `-Dmillrace.faults=all` tries all ways at all of them.
class FaultsTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource
    void aFaultOfAnyOperationDoesNoHarmOrEndsTheRunWithAClearError(Way way, TestReporter figures) {
        SmallRun run = SmallRun.of(folder, way);
        Promises promises = Promises.of(run);
        Sweep sweep = Sweep.of(run);
        SoftAssertions violations = new SoftAssertions();
        int struck = 0;
        int harmless = 0;
        for (Trouble.Failing failing : sweep.faults(way)) {
            String when = failing + " of " + sweep.operation(failing.at());
            Outcome outcome = run.run(failing);
            struck += outcome.disk().struck() ? 1 : 0;
            harmless += outcome.done() ? 1 : 0;
            violations.check(() -> {
                if (outcome.done()) {
                    promises.requireWhole(run, outcome, when);
                } else {
                    assertThat(outcome.disk().struck()).as(when).isTrue();
                    Promises.requireClear(run, outcome.result(), failing, outcome.disk().operation(failing.at()));
                    promises.requireConsistent(run, when);
                    requireTidy(run, promises, outcome, when);
                }
            });
            run.clear();
        }
        figures.publishEntry(
                way + ": operations",
                sweep.operations().size() + ", faults that struck " + struck + ", of them harmless " + harmless);
        violations.assertAll();
        assertThat(struck).isPositive();
    }

    /// Once final names are given the journal knows of it, so that the run can be taken up again.
    private static void requireTidy(SmallRun run, Promises promises, Outcome outcome, String when) {
        boolean committing = outcome.disk().operations().stream().anyMatch(each -> each.kind() == Operation.Kind.MOVE);
        if (!committing) {
            promises.requireNothingFinal(run, when);
        }
        assertThat(outcome.leftOpen()).as("files left open: %s", when).isZero();
    }

    /// Whatever a format library makes of it.
    @ParameterizedTest
    @ValueSource(strings = {"jsonl", "parquet"})
    void aFaultInReadingAnyFormatDoesNoHarmOrIsToldAsOneOfTheStorage(String format) {
        SmallRun run = SmallRun.of(folder, Way.ONE_WORKER).converted(format);
        SortedMap<String, String> whole = whole(run);
        Sweep sweep = Sweep.of(run);
        for (Trouble.Failing failing : sweep.faults(Way.ONE_WORKER)) {
            Operation operation = sweep.operation(failing.at());
            if (operation.path().startsWith(folder.resolve(format))) {
                Outcome outcome = run.run(failing);
                if (outcome.done()) {
                    assertThat(Tree.results(run.output())).as(failing + " of " + operation).isEqualTo(whole);
                } else {
                    Promises.requireClear(run, outcome.result(), failing, operation);
                }
                run.clear();
            }
        }
    }

    private static SortedMap<String, String> whole(SmallRun run) {
        run.run(new Trouble.None()).manifest();
        SortedMap<String, String> whole = Tree.results(run.output());
        run.clear();
        return whole;
    }

    @ParameterizedTest
    @EnumSource
    void aFaultBeforeTheCommitLeavesEarlierResultsAsTheyAre(Way way) {
        SmallRun run = SmallRun.of(folder, way);
        run.run(new Trouble.None()).manifest();
        SortedMap<String, String> earlier = Tree.results(run.output());
        Sweep sweep = new Sweep(run.run(new Trouble.None()).disk().operations());
        long commit = sweep.commit(run.output());
        for (long at = 1; at < commit; at += 5) {
            Outcome outcome = run.run(new Trouble.Failing(at, Fault.IO_ERROR, true));
            assertThat(outcome.done()).isFalse();
            assertThat(Promises.results(run)).as("%s", sweep.operation(at)).isEqualTo(earlier);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRunThatFailedIsTakenUpAgainAndEndsTheSame(Way way, TestReporter figures) {
        SmallRun run = SmallRun.of(folder, way);
        Promises promises = Promises.of(run);
        Sweep sweep = Sweep.of(run);
        SoftAssertions violations = new SoftAssertions();
        int resumed = 0;
        for (Trouble.Failing failing : sweep.faults(way)) {
            if (!run.run(failing).done()) {
                String when = failing + " of " + sweep.operation(failing.at());
                violations.check(() -> promises.requireWhole(run, run.resume(), when));
                resumed++;
            }
            run.clear();
        }
        figures.publishEntry(way + ": failed runs that were resumed", String.valueOf(resumed));
        violations.assertAll();
        assertThat(resumed).isPositive();
    }
}
