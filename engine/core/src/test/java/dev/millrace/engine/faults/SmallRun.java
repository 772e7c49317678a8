package dev.millrace.engine.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.Engine;
import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.json.Json;
import dev.millrace.engine.plan.Plan;
import dev.millrace.engine.run.Manifest;
import dev.millrace.engine.run.Run;
import dev.millrace.engine.run.RunResult;
import dev.millrace.engine.run.RunSafety;
import dev.millrace.engine.testing.Tree;

import org.assertj.core.api.Assertions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A run that is small enough to be repeated for each of its operations, with trouble: three shards of thirty rows, one
/// of them bad, and a chain of three strategies.
final class SmallRun {

    /// How it is executed.
    enum Way {
        BATCH,
        ONE_WORKER,
        THREE_WORKERS
    }

    /// What came of it.
    ///
    /// @param disk what was done to its disk
    /// @param leftOpen how many files were open after its end
    record Outcome(Disk disk, RunResult result, int leftOpen) {

        boolean done() {
            return result instanceof RunResult.Done;
        }

        /// The manifest of a run that must have succeeded.
        Manifest manifest() {
            return manifest("the run without trouble");
        }

        /// The manifest of a run that must have succeeded.
        ///
        /// @param what says for messages which run that is
        Manifest manifest(String what) {
            return switch (result) {
                case RunResult.Done(Manifest manifest) -> manifest;
                case RunResult.Failed(RuntimeException cause) -> Assertions.fail(what + " failed", cause);
                case RunResult.Cancelled() -> Assertions.fail(what + " was cancelled");
            };
        }
    }

    /// Starts a run in one way or the other.
    private interface Starting {
        Run start(Engine engine, Plan plan, BlockSize size);
    }

    static final String OUTPUT = "out";

    private static final BlockSize SIZE = new BlockSize(400, 20);
    private static final Starting ANEW = (engine, plan, size) -> engine.start(plan, size);
    private static final Starting RESUMED = (engine, plan, size) -> engine.resume(plan, size);
    private static final RunSafety SAFETY = new RunSafety(Duration.ZERO, Duration.ZERO); // stores after every shard
    private static final int LIMIT_SECONDS = 60;

    private final Path folder;
    private final String dataset;
    private final Way way;

    private SmallRun(Path folder, String dataset, Way way) {
        this.folder = folder;
        this.dataset = dataset;
        this.way = way;
    }

    /// A run over new shards of CSV.
    ///
    /// @param folder for dataset, recipe and output
    static SmallRun of(Path folder, Way way) {
        for (int shard = 1; shard <= 3; shard++) {
            StringBuilder text = new StringBuilder("id,who,kind,amount,label\n");
            for (int row = 0; row < 30; row++) {
                int value = row * 7 + shard * 3;
                text.append("r").append(shard).append('x').append(row);
                text.append(",w").append(value % 11).append(",k").append(value % 5).append(',');
                text.append(value % 4 == 0 ? "" : value / 10.0).append(',').append(value % 3 == 0 ? 1 : 0).append('\n');
            }
            text.append(shard == 2 ? "a row of two cells,1\n" : "");
            Tree.write(folder.resolve("in/part-0000" + shard + ".csv"), text.toString());
        }
        return new SmallRun(folder, "in", way);
    }

    /// The same run over the same rows in another format.
    SmallRun converted(String format) {
        Map<String, Object> nothing =
                Map.of("strategy", "missing-value-imputation", "exclude", List.of("kind", "amount"));
        SmallRun conversion = new SmallRun(folder, dataset, Way.ONE_WORKER);
        conversion.run(conversion.recipe(format, format, List.of(nothing)), new Trouble.None(), ANEW).manifest();
        return new SmallRun(folder, format + "/train", way);
    }

    Path output() {
        return folder.resolve(OUTPUT);
    }

    /// Runs it to its end, whatever that is. Afterwards no thread of it is left, and no file is open.
    Outcome run(Trouble trouble) {
        return run(recipe(), trouble, ANEW);
    }

    /// Takes it up where it was left, without trouble.
    Outcome resume() {
        return resume(new Trouble.None());
    }

    /// Takes it up where it was left.
    Outcome resume(Trouble trouble) {
        return run(recipe(), trouble, RESUMED);
    }

    /// Writes the recipe file.
    Path recipe() {
        Map<String, Object> imputation =
                Map.of("strategy", "missing-value-imputation", "columns", Map.of("amount", "median"));
        Map<String, Object> mapping = Map.of("strategy", "risk-table-mapping", "fields", List.of("who", "kind"));
        return recipe(OUTPUT, "same", List.of(imputation, mapping, Map.of("strategy", "tabular-split")));
    }

    private Path recipe(String output, String format, List<Map<String, Object>> chain) {
        int workers = way == Way.THREE_WORKERS ? 3 : 1;
        String mode = way == Way.BATCH ? "batch" : "streaming";
        Map<String, Object> recipe = new LinkedHashMap<>();
        recipe.put("version", 1);
        recipe.put("dataset", Map.of("path", dataset, "label", "label"));
        recipe.put("strategies", chain);
        recipe.put("output", Map.of("path", output, "format", format, "overwrite", true));
        recipe.put("run", Map.of("mode", mode, "workers", workers, "onBadRow", "quarantine"));
        return Tree.write(folder.resolve(output + ".json"), Json.document(recipe));
    }

    private Outcome run(Path recipe, Trouble trouble, Starting how) {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler(SmallRun::uncaught);
        try (FaultyFileSystem system = FaultyFileSystem.over(folder, trouble)) {
            RunResult result = result(system.path(recipe), how);
            awaitThreads();
            return new Outcome(system.disk(), result, system.disk().release());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    /// The threads of a dead process need not be told of.
    private static void uncaught(Thread thread, Throwable thrown) {
        if (!(thrown instanceof ProcessDied)) {
            System.getLogger(thread.getName()).log(System.Logger.Level.ERROR, "uncaught", thrown);
        }
    }

    private static RunResult result(Path recipe, Starting how) {
        try {
            Engine engine = new Engine(SAFETY);
            Plan plan = engine.plan(engine.readRecipe(recipe));
            return how.start(engine, plan, SIZE).result().orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS).join();
        } catch (RuntimeException refused) {
            return new RunResult.Failed(refused);
        } catch (ProcessDied died) {
            return new RunResult.Failed(new IllegalStateException(died));
        }
    }

    private static void awaitThreads() {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("millrace-")) {
                try {
                    assertThat(thread.join(Duration.ofSeconds(LIMIT_SECONDS))).as(thread.getName()).isTrue();
                } catch (InterruptedException interrupted) {
                    throw new AssertionError(interrupted);
                }
            }
        }
    }

    /// Removes the output folder.
    void clear() {
        remove(output());
    }

    /// Removes a folder and all that is in it, if it is there.
    static void remove(Path folder) {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
