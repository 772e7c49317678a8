package dev.millrace.engine.run;

import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.block.ColumnChange;
import dev.millrace.engine.block.ShardCodec;
import dev.millrace.engine.dataset.MissingTokens;
import dev.millrace.engine.format.ShardCodecs;
import dev.millrace.engine.plan.Plan;
import dev.millrace.engine.problem.CancelledException;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.problem.ResourceException;
import dev.millrace.engine.problem.StorageException;
import dev.millrace.engine.recipe.Mode;
import dev.millrace.engine.run.RunEvent.Outcome;
import dev.millrace.engine.strategy.ArtifactFile;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// A run from claiming its output folder to `_SUCCESS`, or to leaving nothing behind.
final class RunLifecycle {

    private final Plan plan;
    private final ShardCodecs codecs;
    private final BlockSize size;
    private final Clock clock;
    private final int workers;
    private final RunCounters counters;
    private final Listeners listeners;

    RunLifecycle(
            Plan plan,
            ShardCodecs codecs,
            BlockSize size,
            Clock clock,
            int workers,
            RunCounters counters,
            List<RunListener> listeners) {
        this.plan = plan;
        this.codecs = codecs;
        this.size = size;
        this.clock = clock;
        this.workers = workers;
        this.counters = counters;
        this.listeners = new Listeners(listeners);
    }

    /// Never throws: every end is a result, and the last event tells it.
    RunResult run() {
        RunResult result;
        try {
            OutputFolder folder =
                    OutputFolder.claim(
                            plan.recipe().outputPath(),
                            plan.recipe().output().overwrite(),
                            plan.dataset().bytes(),
                            plan.recipe().places().of("/output/path"));
            result = runInto(folder);
        } catch (RuntimeException refused) {
            result = new RunResult.Failed(refused);
        }
        listeners.tell(ended(result));
        return result;
    }

    private RunResult runInto(OutputFolder folder) {
        RuntimeException failure;
        try {
            return new RunResult.Done(complete(folder));
        } catch (RuntimeException thrown) {
            failure = thrown;
        } catch (OutOfMemoryError exhausted) {
            failure = outOfMemory(exhausted);
        } catch (Error fault) {
            failure = new IllegalStateException("the engine failed: " + fault, fault);
        }
        try {
            folder.abandon();
        } catch (StorageException alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
        return failure instanceof CancelledException ? new RunResult.Cancelled() : new RunResult.Failed(failure);
    }

    private Manifest complete(OutputFolder folder) {
        PeakMemory.resetHeap();
        Instant started = clock.instant();
        String id = RunId.at(started);
        StagedFile eventsFile = folder.stage(OutputFolder.EVENTS);
        EventLog events = new EventLog(eventsFile, folder.root().resolve(OutputFolder.EVENTS), listeners);
        events.emit(
                new RunEvent.RunStarted(
                        started,
                        id,
                        plan.recipe().run().mode(),
                        workers,
                        plan.dataset().shards().size(),
                        plan.passes().size(),
                        plan.bytesToRead()));
        RunExecution execution =
                new RunExecution(plan, new WorkerThreads(workers), blockSource(), counters, events, clock);
        RejectedFiles rejected = new RejectedFiles(folder, plan.dataset(), plan.recipe().run().onBadRow());
        List<Manifest.Output> outputs = execution.execute(changes -> layout(folder, changes), rejected);
        List<Manifest.ArtifactEntry> artifacts = saveArtifacts(execution.artifactFiles(), folder, events);
        Instant ended = clock.instant();
        Manifest manifest =
                ManifestMaker.manifest(id, started, ended, plan, execution, outputs, rejected.written(), artifacts);
        save(folder, OutputFolder.RECIPE, plan.recipe().resolved().document());
        save(folder, OutputFolder.MANIFEST, manifest.document());
        events.keep(new RunEvent.RunEnded(ended, Outcome.DONE, counters.elapsed().toMillis(), ""));
        finish(eventsFile, folder);
        counters.throwIfCancelled();
        folder.commit();
        return manifest;
    }

    private BlockSource blockSource() {
        ShardFiles files = new ShardFiles(codecs, plan.dataset(), size);
        if (plan.recipe().run().mode() == Mode.STREAMING) {
            return files;
        }
        SortedSet<Integer> columns = new TreeSet<>();
        plan.passes().forEach(pass -> columns.addAll(pass.columns()));
        return new KeptShards(files, columns);
    }

    private OutputLayout layout(OutputFolder folder, Map<Integer, ColumnChange> changes) {
        ShardCodec.Output output;
        try {
            MissingTokens missing = MissingTokens.orDefault(plan.recipe().dataset().missing());
            output = codecs.of(plan.output().format()).output(plan.dataset(), plan.output(), changes, missing);
        } catch (IOException failure) {
            throw StorageException.reading(plan.dataset().root(), failure);
        }
        return switch (plan.recipe().run().mode()) {
            case BATCH -> new FilePerSplit(folder, plan.output(), output);
            case STREAMING -> new ShardPerShard(folder, plan.output(), output);
        };
    }

    private List<Manifest.ArtifactEntry> saveArtifacts(List<ArtifactFile> files, OutputFolder folder, EventLog events) {
        List<Manifest.ArtifactEntry> entries = new ArrayList<>();
        for (ArtifactFile file : files) {
            String path = OutputFolder.MODEL + "/" + file.name();
            entries.add(save(folder, path, file.content()));
            events.emit(new RunEvent.ArtifactSaved(clock.instant(), path, file.content().length));
        }
        return entries;
    }

    private static Manifest.ArtifactEntry save(OutputFolder folder, String path, byte[] content) {
        try (StagedFile file = folder.stage(path)) {
            file.write(content, 0, content.length);
            file.finish();
            return new Manifest.ArtifactEntry(path, file.bytes(), file.hash());
        } catch (IOException failure) {
            throw StorageException.writing(folder.root().resolve(path), failure);
        }
    }

    private static void finish(StagedFile file, OutputFolder folder) {
        try {
            file.finish();
        } catch (IOException failure) {
            Path target = folder.root().resolve(file.path());
            throw StorageException.writing(target, failure);
        }
    }

    private RunEvent.RunEnded ended(RunResult result) {
        Outcome outcome =
                switch (result) {
                    case RunResult.Done _ -> Outcome.DONE;
                    case RunResult.Failed _ -> Outcome.FAILED;
                    case RunResult.Cancelled _ -> Outcome.CANCELLED;
                };
        String message =
                result instanceof RunResult.Failed(RuntimeException cause) ? String.valueOf(cause.getMessage()) : "";
        return new RunEvent.RunEnded(clock.instant(), outcome, counters.elapsed().toMillis(), message);
    }

    private ResourceException outOfMemory(OutOfMemoryError exhausted) {
        boolean batch = plan.recipe().run().mode() == Mode.BATCH;
        return new ResourceException(
                new Problem(
                        Place.of(plan.recipe().name()),
                        "the heap of " + (Runtime.getRuntime().maxMemory() >> 20) + " MiB is full",
                        batch
                                ? "Run in streaming mode, which holds blocks only, or raise -Xmx"
                                : "Use fewer workers or raise -Xmx"),
                exhausted);
    }
}
