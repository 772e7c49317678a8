package dev.millrace.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;

import dev.millrace.engine.Engine;
import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.problem.EngineException;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.RecipeException;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.engine.testing.RecipeText;
import dev.millrace.engine.testing.Runs;
import dev.millrace.engine.testing.Tree;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Runs that did not finish and are gone on with.
class ResumeTest {

    private static final BlockSize SMALL = new BlockSize(512, 20);
    private static final RunSafety STORE_ALWAYS = new RunSafety(Duration.ZERO, Duration.ZERO);

    @AutoClose private final FileSystem files = Jimfs.newFileSystem(Configuration.unix());

    private final Path in = files.getPath("/in");
    private final Path out = files.getPath("/out");

    @BeforeEach
    void writeData() {
        for (int shard = 1; shard <= 6; shard++) {
            StringBuilder text = new StringBuilder("f,n,label\n");
            for (int row = 0; row < 60; row++) {
                int mixed = row * 31 + shard * 17;
                text.append((char) ('a' + mixed % 5))
                        .append(',')
                        .append(mixed % 7 == 0 ? "" : String.valueOf(mixed % 11))
                        .append(',')
                        .append(mixed % 3 == 0 ? 1 : 0)
                        .append('\n');
            }
            text.append(shard == 4 ? "bad\n" : "");
            Tree.write(in.resolve("part-" + shard + ".csv"), text.toString());
        }
    }

    /// Cancels after every event in turn, resumes, and compares with a run that nobody disturbed.
    @Test
    void aRunThatIsCancelledAnywhereAndResumedGivesTheSameBytes() {
        Path undisturbed = files.getPath("/undisturbed");
        Runs.done(recipe(undisturbed).streaming(2), SMALL);
        SortedMap<String, String> expected = Tree.results(undisturbed);
        int resumed = 0;
        int kept = 0;
        boolean done = false;
        for (int events = 1; !done; events++) {
            Recipe recipe = recipe(out).streaming(2).read();
            RunResult cancelled = cancelledAfter(recipe, events);
            done = cancelled instanceof RunResult.Done;
            if (!done) {
                assertThat(Tree.files(out).keySet()).allMatch(name -> name.endsWith(".partial"));
                List<RunEvent> told = Collections.synchronizedList(new ArrayList<>());
                assertThat(resume(recipe, told)).isInstanceOf(RunResult.Done.class);
                resumed++;
                kept += (int) told.stream().filter(RunEvent.ShardKept.class::isInstance).count();
            }
            assertThat(Tree.results(out)).as("cancelled after %d events", events).isEqualTo(expected);
            assertThat(Tree.names(out)).noneMatch(name -> name.endsWith(".partial") || name.endsWith(".lock"));
            Tree.delete(out);
        }
        assertThat(resumed).isGreaterThan(40);
        assertThat(kept).as("shards that were not read again").isGreaterThan(100);
    }

    @Test
    void aBatchRunThatIsResumedGivesTheSameBytes() {
        Path undisturbed = files.getPath("/undisturbed");
        Runs.done(recipe(undisturbed).batch(), SMALL);
        boolean done = false;
        for (int events = 1; !done; events += 3) {
            Recipe recipe = recipe(out).batch().read();
            done = cancelledAfter(recipe, events) instanceof RunResult.Done;
            if (!done) {
                assertThat(resume(recipe, new ArrayList<>())).isInstanceOf(RunResult.Done.class);
            }
            assertThat(Tree.results(out)).isEqualTo(Tree.results(undisturbed));
            Tree.delete(out);
        }
    }

    /// As a crash leaves it: every prefix of the journal, whatever lies beside it.
    @Test
    void aJournalCutAnywhereIsResumedToTheSameBytes() throws IOException {
        Recipe recipe = recipe(out).streaming(1).read();
        cancelledAfter(recipe, 45);
        Path journal = out.resolve("_run/.journal.jsonl.partial");
        Map<String, String> left = Tree.files(out);
        byte[] whole = Files.readAllBytes(journal);
        Path undisturbed = files.getPath("/undisturbed");
        Runs.done(recipe(undisturbed).streaming(2), SMALL);
        SortedMap<String, String> expected = Tree.results(undisturbed);
        for (int length = 0; length <= whole.length; length += length % 97 == 0 ? 1 : 13) {
            restore(left);
            Files.write(journal, Arrays.copyOf(whole, length));
            assertThat(resume(recipe, new ArrayList<>())).as("%d bytes", length).isInstanceOf(RunResult.Done.class);
            assertThat(Tree.results(out)).as("%d bytes", length).isEqualTo(expected);
        }
    }

    /// A damaged file is detected or harmless.
    @Test
    void whatIsDamagedBeforeAResumeIsDoneAgain() {
        Recipe recipe = recipe(out).streaming(1).read();
        cancelledAfter(recipe, 45);
        Map<String, String> left = Tree.files(out);
        Path undisturbed = files.getPath("/undisturbed");
        Runs.done(recipe(undisturbed).streaming(2), SMALL);
        SortedMap<String, String> expected = Tree.results(undisturbed);
        for (String file : left.keySet()) {
            for (int seed = 1; seed <= 3; seed++) {
                Random random = new Random(seed);
                restore(left);
                byte[] bytes = left.getOrDefault(file, "").getBytes(StandardCharsets.ISO_8859_1);
                if (bytes.length > 0) {
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                }
                Tree.write(out.resolve(file), bytes);
                assertThat(resume(recipe, new ArrayList<>())).as(file).isInstanceOf(RunResult.Done.class);
                assertThat(Tree.results(out)).as(file).isEqualTo(expected);
            }
        }
    }

    @Test
    void anotherRecipeEngineOrInputIsRefusedWithWhatDiffers() throws IOException {
        cancelledAfter(recipe(out).streaming(2).read(), 45);
        assertThat(refused(recipe(out).streaming(2).onBadRow("skip")))
                .hasMessageContaining("recipe /run/onBadRow was \"quarantine\" and is \"skip\"");
        Files.setLastModifiedTime(in.resolve("part-3.csv"), FileTime.from(Instant.EPOCH));
        assertThat(refused(recipe(out).streaming(2))).hasMessageContaining("part-3.csv was changed at 1970-01-01");
        Files.writeString(in.resolve("part-3.csv"), "f,n,label\n");
        assertThat(refused(recipe(out).streaming(2))).hasMessageContaining("part-3.csv had").hasMessageContaining("10");
        Files.delete(in.resolve("part-3.csv"));
        Tree.write(in.resolve("part-9.csv"), "f,n,label\na,1,1\n");
        assertThat(refused(recipe(out).streaming(2)))
                .hasMessageContaining("part-9.csv is new")
                .hasMessageContaining("part-3.csv is gone");
    }

    /// Nothing is taken over from another engine: it may compute otherwise, and write a journal that means otherwise.
    @Test
    void anotherVersionOfTheEngineOrTheJournalIsRefusedAndSaid() {
        cancelledAfter(recipe(out).streaming(2).read(), 45);
        SortedMap<String, String> left = Tree.files(out);
        restore(begunBy(left, "0.0.9", JournalFile.FORMAT));
        assertThat(refused(recipe(out).streaming(2)))
                .hasMessageContaining("it was begun by version 0.0.9, this is " + EngineVersion.current());
        restore(begunBy(left, "9.0.0", JournalFile.FORMAT + 1));
        assertThat(refused(recipe(out).streaming(2)))
                .hasMessageContaining("its journal was written by a newer version (9.0.0)");
    }

    /// The files that a run left, as if a version of the engine had begun it.
    private static Map<String, String> begunBy(SortedMap<String, String> left, String engine, int format) {
        String name = "_run/.journal.jsonl.partial";
        String journal = left.getOrDefault(name, "");
        int firstEnd = journal.indexOf('\n');
        byte[] first = journal.substring(0, firstEnd).getBytes(StandardCharsets.ISO_8859_1);
        JournalEntry.Begun begun = (JournalEntry.Begun) JournalLine.read(first, Place.of(name)).orElseThrow();
        JournalEntry other =
                new JournalEntry.Begun(
                        format, begun.run(), begun.at(), engine, begun.recipe(), begun.shards(), begun.inputs());
        Map<String, String> changed = new HashMap<>(left);
        changed.put(name, JournalLine.of(other) + journal.substring(firstEnd));
        return changed;
    }

    @Test
    void moreWorkersMayResumeWhatOneBegan() {
        cancelledAfter(recipe(out).streaming(1).read(), 45);
        assertThat(resume(recipe(out).streaming(3).read(), new ArrayList<>())).isInstanceOf(RunResult.Done.class);
    }

    @Test
    void anUnfinishedRunIsNotThrownAwayUnasked() {
        cancelledAfter(recipe(out).streaming(2).read(), 45);
        SortedMap<String, String> left = Tree.files(out);
        EngineException refused = Runs.failure(recipe(out).streaming(2));
        assertThat(refused).isInstanceOf(RecipeException.class).hasMessageContaining("unfinished run");
        assertThat(refused).hasMessageContaining("--resume").hasMessageContaining("--overwrite");
        assertThat(Tree.files(out)).isEqualTo(left);
        Manifest manifest = Runs.done(recipe(out).streaming(2).overwriting());
        assertThat(manifest.warnings()).anyMatch(warning -> warning.startsWith("discarded an unfinished run"));
    }

    @Test
    void anUnfinishedRunOfAnotherRecipeIsReplacedAndSaidToBe() {
        cancelledAfter(recipe(out).streaming(2).read(), 45);
        Manifest manifest = Runs.done(recipe(out).streaming(2).onBadRow("skip"));
        assertThat(manifest.warnings()).anyMatch(warning -> warning.contains("recipe /run/onBadRow was"));
    }

    @Test
    void resumingWhereNothingIsBeginsARun() {
        assertThat(resume(recipe(out).streaming(2).read(), new ArrayList<>())).isInstanceOf(RunResult.Done.class);
    }

    @Test
    void theManifestAndTheEventsTellOfBothParts() {
        Recipe recipe = recipe(out).streaming(2).read();
        cancelledAfter(recipe, 45);
        List<RunEvent> told = Collections.synchronizedList(new ArrayList<>());
        RunResult.Done done = (RunResult.Done) resume(recipe, told);
        assertThat(done.manifest().resumed()).hasSize(1);
        assertThat(told).anyMatch(RunEvent.Resumed.class::isInstance);
        assertThat(Tree.bytes(out.resolve("_run/events.jsonl")).lines())
                .filteredOn(line -> line.contains("\"event\":\"RunStarted\""))
                .hasSize(2);
        assertThat(new Engine().verify(out).problems()).isEmpty();
        assertThat(Manifest.ofFinishedRun(out))
                .hasValueSatisfying(read -> assertThat(read.document()).isEqualTo(done.manifest().document()));
    }

    @Test
    void aPausedRunHoldsAndGoesOn() {
        Recipe recipe = recipe(out).streaming(2).read();
        Engine engine = new Engine();
        List<RunEvent> told = Collections.synchronizedList(new ArrayList<>());
        Run run = engine.start(engine.plan(recipe), SMALL, told::add);
        run.pause();
        assertThat(run.isPaused()).isTrue();
        run.goOn();
        assertThat(run.result()).succeedsWithin(60, TimeUnit.SECONDS).isInstanceOf(RunResult.Done.class);
        assertThat(told).filteredOn(RunEvent.Paused.class::isInstance).hasSize(1);
        assertThat(told).filteredOn(RunEvent.WentOn.class::isInstance).hasSize(1);
    }

    @Test
    void aPausedRunCanBeCancelled() {
        Recipe recipe = recipe(out).streaming(2).read();
        RunResult result =
                Runs.disturbed(
                        recipe,
                        SMALL,
                        event -> event instanceof RunEvent.ShardStarted,
                        run -> {
                            run.pause();
                            run.cancel();
                        });
        assertThat(result).isInstanceOf(RunResult.Cancelled.class);
    }

    private RecipeText recipe(Path output) {
        return RecipeText.of(in, output, files.getPath("/r.json"))
                .label("label")
                .strategy("missing-value-imputation", "columns", Map.of("n", "median"))
                .riskTable(List.of("f"), "1")
                .strategy("stratified-sampling", "strataColumn", "f", "targetSize", 100, "allocation", "balanced")
                .onBadRow("quarantine");
    }

    private static RunResult cancelledAfter(Recipe recipe, int events) {
        Engine engine = new Engine(STORE_ALWAYS);
        AtomicInteger seen = new AtomicInteger();
        CompletableFuture<Run> started = new CompletableFuture<>();
        Run run =
                engine.start(
                        engine.plan(recipe),
                        SMALL,
                        _ -> {
                            if (seen.incrementAndGet() == events) {
                                started.join().cancel();
                            }
                        });
        started.complete(run);
        return run.await();
    }

    private static RunResult resume(Recipe recipe, List<RunEvent> told) {
        return Runs.resume(recipe, SMALL, told::add);
    }

    private static EngineException refused(RecipeText recipe) {
        RunResult result = Runs.resume(recipe.read(), SMALL);
        assertThat(result).isInstanceOf(RunResult.Failed.class);
        return (EngineException) ((RunResult.Failed) result).cause();
    }

    private void restore(Map<String, String> left) {
        Tree.delete(out);
        left.forEach((name, content) -> Tree.write(out.resolve(name), content.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
