package dev.millrace.engine.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.faults.Operation.Kind;
import dev.millrace.engine.faults.SmallRun.Outcome;
import dev.millrace.engine.faults.SmallRun.Way;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/// A fault of storage while a shard is read: the shard is begun again, but not for ever.
class RetriesTest {

    private static final int RETRIES = 3; // the default of a recipe

    @TempDir private Path folder;
    private SmallRun run;
    private Promises promises;
    private Operation lastRead;

    @BeforeEach
    void findTheLastReadOfTheLastPass() {
        run = SmallRun.of(folder, Way.ONE_WORKER);
        promises = Promises.of(run);
        lastRead =
                Sweep.of(run).operations().stream()
                        .filter(each -> each.kind() == Kind.READ && each.path().endsWith("in/part-00003.csv"))
                        .reduce((_, later) -> later)
                        .orElseThrow();
    }

    @Test
    void aFaultThatPassesIsOvercome() {
        Outcome outcome = run.run(new Trouble.Failing(lastRead.number(), Fault.IO_ERROR, false));
        assertThat(outcome.disk().struck()).isTrue();
        promises.requireWhole(run, outcome, "one fault of " + lastRead);
        assertThat(begunAgain(outcome)).isOne();
    }

    @Test
    void aFaultThatLastsEndsTheRunAfterAFewAttempts() {
        Outcome outcome = run.run(new Trouble.BadSector(lastRead.number(), lastRead.path()));
        assertThat(outcome.done()).isFalse();
        assertThat(begunAgain(outcome)).isEqualTo(RETRIES);
        promises.requireWhole(run, run.resume(), "a bad sector of " + lastRead);
    }

    /// A disk that is full will be full a moment later.
    @Test
    void aFaultThatWillNotPassIsNotTriedAgain() {
        Outcome outcome = run.run(new Trouble.Failing(lastRead.number(), Fault.DISK_FULL, true));
        assertThat(outcome.done()).isFalse();
        assertThat(begunAgain(outcome)).isZero();
    }

    /// How often the shard was begun again: looked at, then opened.
    private long begunAgain(Outcome outcome) {
        List<Kind> done =
                outcome.disk().operations().stream()
                        .filter(each -> each.number() > lastRead.number() && each.path().equals(lastRead.path()))
                        .map(Operation::kind)
                        .filter(kind -> kind == Kind.ATTRIBUTES || kind == Kind.OPEN)
                        .toList();
        return IntStream.range(1, done.size())
                .filter(i -> done.get(i - 1) == Kind.ATTRIBUTES && done.get(i) == Kind.OPEN)
                .count();
    }
}
