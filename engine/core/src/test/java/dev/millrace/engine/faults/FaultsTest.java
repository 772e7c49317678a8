package dev.millrace.engine.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.millrace.engine.faults.SmallRun.Outcome;
import dev.millrace.engine.faults.SmallRun.Way;
import dev.millrace.engine.testing.Tree;

import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.SortedMap;

/// Every operation of a run fails once, in one way or another; `-Dmillrace.faults=all` tries all ways at all of them.
class FaultsTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource
    void aFaultOfAnyOperationDoesNoHarmOrEndsTheRunWithAClearError(Way way, TestReporter figures) {
        SmallRun run = SmallRun.of(folder, way);
        Promises promises = Promises.of(run);
        Sweep sweep = Sweep.of(run);
        int struck = 0;
        int harmless = 0;
        for (Trouble.Failing failing : sweep.faults()) {
            String when = failing + " of " + sweep.operation(failing.at());
            Outcome outcome = run.run(failing);
            struck += outcome.disk().struck() ? 1 : 0;
            if (outcome.done()) {
                harmless++;
                promises.requireWhole(run, outcome, when);
            } else {
                assertThat(outcome.disk().struck()).as(when).isTrue();
                Promises.requireClear(outcome.result(), failing, outcome.disk().operation(failing.at()));
                promises.requireConsistent(run, when);
                requireTidy(run, promises, outcome, when);
            }
            run.clear();
        }
        figures.publishEntry(
                way + ": operations",
                sweep.operations().size() + ", faults that struck " + struck + ", of them harmless " + harmless);
        assertThat(struck).isGreaterThanOrEqualTo(sweep.operations().size() * 3 / 4);
    }

    /// What only holds when a run can be taken up again: until then one that fails amid giving final names leaves what
    /// it has got to.
    private static void requireTidy(SmallRun run, Promises promises, Outcome outcome, String when) {
        boolean committing =
                outcome.disk().operations().stream().anyMatch(operation -> operation.kind() == Operation.Kind.MOVE);
        if (!committing) {
            promises.requireNothingFinal(run, when);
        }
        if (Resuming.available()) {
            assertThat(Promises.results(run)).as(when).doesNotContainKey(Promises.SUCCESS);
            assertThat(outcome.leftOpen()).as("files left open: %s", when).isZero();
        }
    }

    /// Whatever a format library makes of it.
    @ParameterizedTest
    @ValueSource(strings = {"jsonl", "parquet"})
    void aFaultInReadingAnyFormatDoesNoHarmOrIsToldAsOneOfTheStorage(String format) {
        SmallRun run = SmallRun.of(folder, Way.ONE_WORKER).converted(format);
        SortedMap<String, String> whole = whole(run);
        Sweep sweep = Sweep.of(run);
        for (Trouble.Failing failing : sweep.faults()) {
            Operation operation = sweep.operation(failing.at());
            if (operation.path().startsWith(folder.resolve(format))) {
                Outcome outcome = run.run(failing);
                if (outcome.done()) {
                    assertThat(Tree.results(run.output())).as(failing + " of " + operation).isEqualTo(whole);
                } else {
                    Promises.requireClear(outcome.result(), failing, operation);
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
        assumeTrue(Resuming.available(), "the engine cannot resume");
        SmallRun run = SmallRun.of(folder, way);
        Promises promises = Promises.of(run);
        Sweep sweep = Sweep.of(run);
        int resumed = 0;
        for (Trouble.Failing failing : sweep.faults()) {
            if (!run.run(failing).done()) {
                promises.requireWhole(run, run.resume(), failing + " of " + sweep.operation(failing.at()));
                resumed++;
            }
            run.clear();
        }
        figures.publishEntry(way + ": failed runs that were resumed", String.valueOf(resumed));
        assertThat(resumed).isPositive();
    }
}
