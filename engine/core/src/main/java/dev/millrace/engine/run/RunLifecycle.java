package dev.millrace.engine.run;

import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.block.ColumnChange;
import dev.millrace.engine.block.ShardCodec;
import dev.millrace.engine.dataset.MissingTokens;
import dev.millrace.engine.format.ShardCodecs;
import dev.millrace.engine.plan.Plan;
import dev.millrace.engine.problem.CancelledException;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.problem.RecipeException;
import dev.millrace.engine.problem.ResourceException;
import dev.millrace.engine.problem.StorageException;
import dev.millrace.engine.recipe.Mode;
import dev.millrace.engine.run.RunEvent.Outcome;
import dev.millrace.engine.span.RunSpan;
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
import java.util.function.Supplier;

/// A run from claiming its output folder to `_SUCCESS`, or to leaving only what a later run can go on with.
final class RunLifecycle {

    private final Plan plan;
    private final ShardCodecs codecs;
    private final BlockSize size;
    private final Clock clock;
    private final int workers;
    private final boolean resume;
    private final RunSafety safety;
    private final RunControl control;
    private final RunCounters counters;
    private final Listeners listeners;

    RunLifecycle(
            Plan plan,
            ShardCodecs codecs,
            BlockSize size,
            Clock clock,
            int workers,
            boolean resume,
            RunSafety safety,
            RunControl control,
            RunCounters counters,
            Listeners listeners) {
        this.plan = plan;
        this.codecs = codecs;
        this.size = size;
        this.clock = clock;
        this.workers = workers;
        this.resume = resume;
        this.safety = safety;
        this.control = control;
        this.counters = counters;
        this.listeners = listeners;
    }

    /// Never throws: every end is a result, and the last event tells it.
    RunResult run() {
        RunSpan span = new RunSpan(plan.recipe().run().mode().name(), workers, plan.dataset().shards().size());
        RunResult result;
        try {
            Instant started = clock.instant();
            JournalEntry.Begun begun = RunIdentity.of(plan, RunId.at(started), started);
            result = runInto(OutputClaim.take(plan, begun, resume, control), started);
        } catch (CancelledException _) {
            result = new RunResult.Cancelled();
        } catch (RuntimeException refused) {
            result = new RunResult.Failed(refused);
        }
        RunEvent.RunEnded ended = ended(result);
        span.end(ended.outcome().name());
        listeners.tell(ended);
        return result;
    }

    private RunResult runInto(OutputClaim claim, Instant started) {
        RuntimeException failure;
        try {
            Manifest manifest = complete(claim, started);
            letGo(claim);
            return new RunResult.Done(manifest);
        } catch (RuntimeException thrown) {
            failure = thrown;
        } catch (OutOfMemoryError exhausted) {
            failure = outOfMemory(exhausted);
        } catch (Error fault) {
            failure = new IllegalStateException("the engine failed: " + fault, fault);
        }
        try {
            claim.release(mayEndOtherwise(failure));
        } catch (StorageException alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
        return failure instanceof CancelledException ? new RunResult.Cancelled() : new RunResult.Failed(failure);
    }

    private Manifest complete(OutputClaim claim, Instant started) {
        PeakMemory.resetHeap();
        OutputFolder folder = claim.folder();
        JournalEntry.Begun begun = claim.begun();
        StagedFile eventsFile = folder.stageLines(OutputFolder.EVENTS);
        EventLog events = new EventLog(eventsFile, folder.root().resolve(OutputFolder.EVENTS), listeners);
        events.emit(
                new RunEvent.RunStarted(
                        started,
                        begun.run(),
                        plan.recipe().run().mode(),
                        workers,
                        plan.dataset().shards().size(),
                        plan.passes().size(),
                        plan.bytesToRead()));
        if (!begun.at().equals(started)) {
            events.emit(new RunEvent.Resumed(clock.instant(), begun.at()));
        }
        RunResources resources = RunResources.of(plan, size, workers, clock, events::emit);
        MemoryGovernor memory = resources.memory();
        RunParts parts =
                new RunParts(plan, blockSource(memory::blockSize), counters, control, safety, resources, events, clock);
        Scans scans = new Scans(parts, new WorkerThreads(workers, memory.gate(), control::checkpoint));
        boolean streaming = plan.recipe().run().mode() == Mode.STREAMING;
        SummaryStore summaries = new SummaryStore(claim, safety, streaming);
        RunExecution execution =
                new RunExecution(
                        plan, claim, scans, summaries, resources.statistics(), events, clock, counters.stages());
        RejectedFiles rejected = new RejectedFiles(folder, plan.dataset(), plan.recipe().run().onBadRow());
        List<Manifest.Output> outputs = execution.execute(changes -> layout(folder, changes), rejected);
        List<Manifest.ArtifactEntry> artifacts = saveArtifacts(execution.artifactFiles(), folder, events);
        Instant ended = clock.instant();
        Manifest manifest =
                ManifestMaker.manifest(claim, ended, plan, execution, scans, outputs, rejected.written(), artifacts);
        save(folder, OutputFolder.RECIPE, plan.recipe().resolved().document());
        save(folder, OutputFolder.MANIFEST, manifest.document());
        events.keep(new RunEvent.RunEnded(ended, Outcome.DONE, counters.elapsed().toMillis(), ""));
        finish(eventsFile, folder);
        control.checkpoint();
        folder.commit(claim.journal());
        return manifest;
    }

    /// The results stand, whatever happens now.
    private void letGo(OutputClaim claim) {
        for (Runnable last : List.<Runnable>of(claim.folder()::forceSuccess, claim::close)) {
            try {
                last.run();
            } catch (StorageException failure) {
                String warning = "the run is complete, but " + failure.getMessage();
                listeners.tell(new RunEvent.Warning(clock.instant(), warning));
            }
        }
    }

    /// Bad data stay bad until they are changed, and changed data make another run.
    private static boolean mayEndOtherwise(RuntimeException failure) {
        return !(failure instanceof DataException || failure instanceof RecipeException);
    }

    private BlockSource blockSource(Supplier<BlockSize> sizes) {
        MemoryLimit limit = MemoryLimit.of(plan.recipe().run(), Runtime.getRuntime().maxMemory());
        int readers = WorkerCount.readers(plan, size, limit, Runtime.getRuntime().availableProcessors());
        BlockSource files = new WatchedShards(new ShardFiles(codecs, plan.dataset(), sizes, readers));
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
