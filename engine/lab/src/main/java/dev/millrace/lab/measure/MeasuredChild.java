package dev.millrace.lab.measure;

import dev.millrace.engine.Engine;
import dev.millrace.engine.json.Json;
import dev.millrace.engine.plan.Plan;
import dev.millrace.engine.run.Manifest;
import dev.millrace.engine.run.Run;
import dev.millrace.engine.run.RunEvent;
import dev.millrace.engine.run.RunResult;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// The main class of a child JVM: runs a recipe and writes what it took.
public final class MeasuredChild {

    private MeasuredChild() {}

    /// Runs.
    ///
    /// @param arguments the recipe file, and the file for the report
    public static void main(String[] arguments) throws IOException {
        Engine engine = new Engine();
        Plan plan = engine.plan(engine.readRecipe(Path.of(arguments[0])));
        Queue<RunEvent> events = new ConcurrentLinkedQueue<>();
        long begun = System.nanoTime();
        Run run = engine.start(plan, events::add);
        switch (run.await()) {
            case RunResult.Done(Manifest manifest) -> {
                double seconds = (System.nanoTime() - begun) / 1e9;
                ChildReport report = report(run, manifest, seconds, List.copyOf(events));
                Files.write(Path.of(arguments[1]), Json.document(report));
            }
            case RunResult.Failed(RuntimeException cause) -> fail(arguments[1], String.valueOf(cause.getMessage()));
            case RunResult.Cancelled() -> fail(arguments[1], "the run was cancelled");
        }
    }

    /// Leaves the reason where the parent looks for the report.
    private static void fail(String file, String message) throws IOException {
        Files.writeString(Path.of(file), message, StandardCharsets.UTF_8);
        System.exit(1);
    }

    private static ChildReport report(Run run, Manifest manifest, double seconds, List<RunEvent> events) {
        ProcessFigures process = ProcessFigures.now();
        return new ChildReport(
                manifest.rows().in(),
                manifest.inputs().stream().mapToLong(Manifest.Input::bytes).sum(),
                run.workers(),
                seconds,
                commitSeconds(events),
                run.stages(),
                process.cpuSeconds(),
                manifest.memory().peakHeapBytes(),
                manifest.memory().peakProcessBytes(),
                process.collections(),
                process.collectionSeconds(),
                process.diskReadBytes(),
                process.diskWrittenBytes(),
                manifest.outputs().stream().mapToLong(Manifest.Output::bytes).sum(),
                ProcessFigures.limits(),
                passes(manifest),
                chunks(events));
    }

    private static double commitSeconds(List<RunEvent> events) {
        Instant passesEnded = events.getFirst().at();
        for (RunEvent event : events) {
            if (event instanceof RunEvent.PassFinished) {
                passesEnded = event.at();
            }
        }
        return Duration.between(passesEnded, events.getLast().at()).toNanos() / 1e9;
    }

    private static List<ChildReport.PassTime> passes(Manifest manifest) {
        List<ChildReport.PassTime> passes = new ArrayList<>();
        for (Manifest.PassEntry pass : manifest.passes()) {
            passes.add(
                    new ChildReport.PassTime(
                            passes.size() + 1,
                            pass.kind(),
                            pass.strategies(),
                            pass.columns().size(),
                            pass.rows(),
                            pass.millis() / 1e3));
        }
        return passes;
    }

    private static List<ChildReport.Chunk> chunks(List<RunEvent> events) {
        List<ChildReport.Chunk> chunks = new ArrayList<>();
        for (RunEvent event : events) {
            if (event instanceof RunEvent.ShardFinished done) {
                chunks.add(
                        new ChildReport.Chunk(
                                done.pass(),
                                done.shard().path(),
                                done.worker(),
                                done.rows(),
                                done.bytes(),
                                done.millis() / 1e3));
            }
        }
        return chunks;
    }
}
