package dev.millrace.engine.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.faults.SmallRun.Outcome;
import dev.millrace.engine.faults.SmallRun.Way;
import dev.millrace.engine.testing.Tree;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.BiConsumer;

/// The power is cut after an operation of a run: what was not forced is lost, or some of it.
class PowerCutTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource
    void whatAPowerCutLeavesIsConsistentAndAFreshRunReplacesIt(Way way, TestReporter figures) {
        SmallRun run = SmallRun.of(folder, way);
        Promises promises = Promises.of(run);
        Disk disk = run.run(new Trouble.None()).disk();
        long commit = new Sweep(disk.operations()).commit(run.output());
        int states =
                afterCuts(
                        run,
                        way,
                        disk,
                        (at, when) -> {
                            promises.requireConsistent(run, when);
                            if (at < commit) {
                                promises.requireNothingFinal(run, when);
                                promises.requireWhole(run, run.run(new Trouble.None()), when);
                            }
                        });
        figures.publishEntry(way + ": different states after power cuts", "" + states);
    }

    @ParameterizedTest
    @EnumSource
    void aRunWhosePowerWasCutIsTakenUpAgainAndEndsTheSame(Way way, TestReporter figures) {
        SmallRun run = SmallRun.of(folder, way);
        Promises promises = Promises.of(run);
        Disk disk = run.run(new Trouble.None()).disk();
        int states = afterCuts(run, way, disk, (_, when) -> promises.requireWhole(run, run.resume(), when));
        figures.publishEntry(way + ": states after power cuts that were resumed", "" + states);
    }

    @ParameterizedTest
    @EnumSource
    void aRunThatIsDoneOutlastsAPowerCut(Way way) {
        SmallRun run = SmallRun.of(folder, way);
        Outcome outcome = run.run(new Trouble.None());
        SortedMap<String, String> results = Tree.results(run.output());
        assertThat(outcome.done()).isTrue();
        run.clear();
        outcome.disk().log().restore(Long.MAX_VALUE, Survival.FORCED, 1, SmallRun.OUTPUT, run.output());
        assertThat(Tree.results(run.output())).isEqualTo(results);
        assertThat(run.output().resolve("_run/manifest.json")).exists();
    }

    /// Where a streaming run replaces the results of a batch run, `_SUCCESS` never stands over a mixture.
    @Test
    void aPowerCutWhileResultsAreReplacedNeverPassesForADoneRun() {
        Promises earlier = Promises.of(SmallRun.of(folder, Way.BATCH));
        SmallRun run = SmallRun.of(folder, Way.ONE_WORKER);
        Promises later = Promises.of(run);
        SmallRun.of(folder, Way.BATCH).run(new Trouble.None()).manifest();
        Disk disk = run.run(new Trouble.None()).disk();
        afterCuts(
                run,
                Way.ONE_WORKER,
                disk,
                (_, when) -> {
                    SortedMap<String, String> left = Promises.results(run);
                    if (left.containsKey(Promises.SUCCESS)) {
                        assertThat(left).as(when).isIn(earlier.whole(), later.whole());
                    }
                });
    }

    /// Does something in each state that a power cut can leave of the output folder, once in each different one.
    ///
    /// @param check given the number of the last operation, and words for messages
    /// @return how many different states there were
    private static int afterCuts(SmallRun run, Way way, Disk disk, BiConsumer<Long, String> check) {
        Set<SortedMap<String, String>> seen = new HashSet<>();
        for (Operation operation : new Sweep(disk.operations()).tried(way)) {
            for (Survival survival : Survival.values()) {
                run.clear();
                long at = operation.number();
                disk.log().restore(at, survival, at, SmallRun.OUTPUT, run.output());
                if (seen.add(Tree.files(run.output()))) {
                    check.accept(at, "power cut after " + operation + ", surviving: " + survival);
                }
            }
        }
        run.clear();
        return seen.size();
    }
}
