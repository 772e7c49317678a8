package dev.millrace.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;

import dev.millrace.engine.Engine;
import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.engine.run.RunEvent.ArtifactSaved;
import dev.millrace.engine.run.RunEvent.PassStarted;
import dev.millrace.engine.run.RunEvent.RunEnded;
import dev.millrace.engine.run.RunEvent.RunStarted;
import dev.millrace.engine.run.RunEvent.ShardFinished;
import dev.millrace.engine.run.RunEvent.ShardStarted;
import dev.millrace.engine.testing.RecipeText;
import dev.millrace.engine.testing.Runs;
import dev.millrace.engine.testing.Tree;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Runs that are cancelled, and listeners that misbehave.
class InterruptedRunsTest {

    private static final BlockSize SMALL = new BlockSize(16, 2);

    @AutoClose private final FileSystem files = Jimfs.newFileSystem(Configuration.unix());

    private final Path in = files.getPath("/in");
    private final Path out = files.getPath("/out");

    @BeforeEach
    void writeData() {
        for (int shard = 1; shard <= 5; shard++) {
            Tree.write(in.resolve("part-" + shard + ".csv"), "f,label\n" + "x,1\ny,0\n".repeat(200));
        }
    }

    static Stream<Arguments> moments() {
        return Stream.of(
                Arguments.of("start", (Predicate<RunEvent>) event -> event instanceof RunStarted),
                Arguments.of("pass 1", (Predicate<RunEvent>) event -> event instanceof PassStarted p && p.pass() == 1),
                Arguments.of("pass 2", (Predicate<RunEvent>) event -> event instanceof PassStarted p && p.pass() == 2),
                Arguments.of(
                        "shard 3 of pass 1",
                        (Predicate<RunEvent>)
                                event -> event instanceof ShardStarted s && s.pass() == 1 && s.shard().number() == 3),
                Arguments.of(
                        "shard 3 of pass 2",
                        (Predicate<RunEvent>)
                                event -> event instanceof ShardStarted s && s.pass() == 2 && s.shard().number() == 3),
                Arguments.of(
                        "end of shard 5",
                        (Predicate<RunEvent>)
                                event -> event instanceof ShardFinished s && s.pass() == 2 && s.shard().number() == 5),
                Arguments.of("artifact", (Predicate<RunEvent>) event -> event instanceof ArtifactSaved));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("moments")
    void aCancelledRunLeavesNothingUnderAFinalName(String name, Predicate<RunEvent> moment) {
        RecipeText any = recipe().overwriting();
        for (RecipeText recipe : List.of(any.batch(), any.streaming(1), any.streaming(3))) {
            assertThat(Runs.disturbed(recipe.read(), SMALL, moment, Run::cancel))
                    .isInstanceOf(RunResult.Cancelled.class);
            assertThat(Tree.files(out).keySet()).as(name).allMatch(file -> file.endsWith(".partial"));
        }
        Runs.done(recipe().streaming(2).overwriting());
        assertThat(out.resolve("_SUCCESS")).exists();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("moments")
    void aCancelledOverwriteLeavesTheEarlierRun(String name, Predicate<RunEvent> moment) {
        Runs.done(recipe().batch());
        SortedMap<String, String> before = Tree.files(out);
        Recipe again = recipe().streaming(2).overwriting().read();
        assertThat(Runs.disturbed(again, SMALL, moment, Run::cancel)).isInstanceOf(RunResult.Cancelled.class);
        SortedMap<String, String> after = Tree.files(out);
        after.keySet().removeIf(file -> file.endsWith(".partial"));
        assertThat(after).as(name).isEqualTo(before);
    }

    /// A shard may take minutes: it is not read to its end first.
    @Test
    void aCancelIsSeenBetweenTwoBlocksOfAShard() {
        List<RunEvent> events = Collections.synchronizedList(new ArrayList<>());
        Predicate<RunEvent> begunToRead =
                event -> {
                    events.add(event);
                    return event instanceof ShardStarted;
                };
        assertThat(Runs.disturbed(recipe().streaming(1).read(), SMALL, begunToRead, Run::cancel))
                .isInstanceOf(RunResult.Cancelled.class);
        assertThat(events).noneMatch(ShardFinished.class::isInstance);
    }

    @Test
    void cancellingAfterTheEndChangesNothing() {
        Engine engine = new Engine();
        Run run = engine.start(engine.plan(recipe().read()));
        assertThat(run.await()).isInstanceOf(RunResult.Done.class);
        run.cancel();
        assertThat(run.await()).isInstanceOf(RunResult.Done.class);
        assertThat(out.resolve("_SUCCESS")).exists();
    }

    @Test
    void theEventsOfACancelledRunEndWithIt() {
        List<RunEvent> events = Collections.synchronizedList(new ArrayList<>());
        CompletableFuture<Void> cancelled = new CompletableFuture<>();
        Engine engine = new Engine();
        Run run =
                engine.start(
                        engine.plan(recipe().streaming(2).read()),
                        SMALL,
                        event -> {
                            events.add(event);
                            cancelled.join();
                        });
        run.cancel();
        cancelled.complete(null);
        assertThat(run.await()).isInstanceOf(RunResult.Cancelled.class);
        assertThat(events.getLast())
                .isInstanceOfSatisfying(
                        RunEnded.class,
                        ended -> {
                            assertThat(ended.outcome()).isEqualTo(RunEvent.Outcome.CANCELLED);
                            assertThat(ended.message()).isEmpty();
                        });
    }

    @Test
    void aListenerThatFailsHarmsNobody() {
        List<RunEvent> events = Collections.synchronizedList(new ArrayList<>());
        Runs.done(
                recipe().streaming(3),
                _ -> {
                    throw new IllegalStateException("a listener that always fails");
                },
                events::add);
        assertThat(events.getFirst()).isInstanceOf(RunStarted.class);
        assertThat(events.getLast()).isInstanceOf(RunEnded.class);
    }

    /// Even with an Error: the run must not hang or fail for it.
    @Test
    void aListenerThatFailsWithAnErrorHarmsNobody() {
        Engine engine = new Engine();
        Run run =
                engine.start(
                        engine.plan(recipe().streaming(2).read()),
                        event -> {
                            if (event instanceof RunEnded) {
                                throw new AssertionError("a listener that fails at the end");
                            }
                        });
        assertThat(run.result()).succeedsWithin(10, TimeUnit.SECONDS).isInstanceOf(RunResult.Done.class);
    }

    @Test
    void listenersAreToldOfEverythingInOrderAndNeverByTwoThreadsAtOnce() {
        List<RunEvent> events = new ArrayList<>(); // not synchronised: one event at a time is promised
        Thread[] inside = new Thread[1];
        Runs.done(
                recipe().streaming(4),
                SMALL,
                event -> {
                    assertThat(inside[0]).isNull();
                    inside[0] = Thread.currentThread();
                    events.add(event);
                    inside[0] = null;
                });
        assertThat(events).filteredOn(event -> event instanceof PassStarted).hasSize(2);
        for (int pass = 1; pass <= 2; pass++) {
            int number = pass;
            for (int shard = 1; shard <= 5; shard++) {
                int wanted = shard;
                assertThat(events)
                        .filteredOn(event ->
                                event instanceof ShardStarted s && s.pass() == number && s.shard().number() == wanted)
                        .hasSize(1);
                assertThat(events)
                        .filteredOn(event ->
                                event instanceof ShardFinished s && s.pass() == number && s.shard().number() == wanted)
                        .singleElement()
                        .isInstanceOfSatisfying(ShardFinished.class, s -> assertThat(s.rows()).isEqualTo(400));
            }
        }
        assertThat(events).extracting(RunEvent::at).isSortedAccordingTo(Instant::compareTo);
    }

    @Test
    void aFailedRunTellsWhichShardFailedAndWhy() {
        Tree.write(in.resolve("part-3.csv"), "f,label\nx\n");
        List<RunEvent> events = Collections.synchronizedList(new ArrayList<>());
        Runs.failure(recipe().streaming(2), events::add);
        assertThat(events)
                .filteredOn(RunEvent.ShardFailed.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(
                        RunEvent.ShardFailed.class,
                        failed -> {
                            assertThat(failed.shard().path()).isEqualTo("part-3.csv");
                            assertThat(failed.message()).contains("part-3.csv, line 2");
                            assertThat(failed.problems())
                                    .singleElement()
                                    .satisfies(problem -> assertThat(problem.place().line()).isEqualTo(2));
                        });
        assertThat(events).as("bad data stay bad").noneMatch(RunEvent.ShardRetried.class::isInstance);
        assertThat(events.getLast())
                .isInstanceOfSatisfying(
                        RunEnded.class,
                        ended -> {
                            assertThat(ended.outcome()).isEqualTo(RunEvent.Outcome.FAILED);
                            assertThat(ended.message()).contains("part-3.csv, line 2");
                        });
    }

    @Test
    void aRunThatLeavesBadRowsOutTellsWhereTheFirstOfThemAre() {
        Tree.write(in.resolve("part-3.csv"), "f,label\na,1\nx\nb,0\n");
        List<RunEvent> events = Collections.synchronizedList(new ArrayList<>());
        Runs.done(recipe().onBadRow("skip").streaming(2), events::add);
        assertThat(events)
                .filteredOn(RunEvent.RowsRejected.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(
                        RunEvent.RowsRejected.class,
                        rejected -> {
                            assertThat(rejected.pass()).isEqualTo(2);
                            assertThat(rejected.rows()).isEqualTo(1);
                            assertThat(rejected.first().getFirst().place())
                                    .isEqualTo(Place.of(in.resolve("part-3.csv")).atLine(3));
                        });
    }

    /// Files that stay open cannot be deleted on some systems, and are lost to the process on all.
    @Test
    void aFailedRunLeavesNoFileOpen(@TempDir Path folder) throws IOException {
        Path open = Path.of("/proc/self/fd");
        assumeTrue(Files.isDirectory(open), "this system does not tell which files are open");
        Tree.write(folder.resolve("in/part-1.csv"), "f,label\nx,1\n");
        Tree.write(folder.resolve("in/part-2.csv"), "f,label\nx\n");
        RecipeText recipe =
                RecipeText.of(folder.resolve("in"), folder.resolve("out")).label("label").riskTable(List.of("f"), "1");
        Runs.failure(recipe.batch());
        Runs.failure(recipe.streaming(2));
        List<String> left = new ArrayList<>();
        try (Stream<Path> links = Files.list(open)) {
            for (Path link : links.toList()) {
                if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).startsWith(folder)) {
                    left.add(Files.readSymbolicLink(link).toString());
                }
            }
        }
        assertThat(left).isEmpty();
    }

    private RecipeText recipe() {
        return RecipeText.of(in, out).label("label").riskTable(List.of("f"), "1");
    }
}
