package dev.millrace.engine.run;

import static java.util.Objects.requireNonNull;

import dev.millrace.engine.block.ColumnChange;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.plan.Pass;
import dev.millrace.engine.plan.Plan;
import dev.millrace.engine.plan.Step;
import dev.millrace.engine.recipe.BadRowPolicy;
import dev.millrace.engine.recipe.Job;
import dev.millrace.engine.strategy.Artifact;
import dev.millrace.engine.strategy.ArtifactFile;
import dev.millrace.engine.strategy.FitRound;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The passes of one run, one after the other. Lives on one thread, which hands shards to the executor's workers.
final class RunExecution {

    private final Plan plan;
    private final OutputClaim claim;
    private final Scans scans;
    private final SummaryStore summaries;
    private final StatisticsBudget statistics;
    private final EventLog events;
    private final Clock clock;
    private final StageClock stages;

    private final Map<Integer, Artifact> artifacts = new TreeMap<>(); // by position of the strategy in the recipe
    private final List<String> warnings = new ArrayList<>();
    private final RowCounts rowCounts = new RowCounts();

    RunExecution(
            Plan plan,
            OutputClaim claim,
            Scans scans,
            SummaryStore summaries,
            StatisticsBudget statistics,
            EventLog events,
            Clock clock,
            StageClock stages) {
        this.plan = plan;
        this.claim = claim;
        this.scans = scans;
        this.summaries = summaries;
        this.statistics = statistics;
        this.events = events;
        this.clock = clock;
        this.stages = stages;
    }

    /// Makes the output once it is known how columns change.
    @FunctionalInterface
    interface OutputMaker {

        /// Prepares the output.
        ///
        /// @param changes by position in the schema
        OutputLayout make(Map<Integer, ColumnChange> changes);
    }

    /// Executes every pass.
    ///
    /// @param rejected takes in bad rows
    /// @return the files that the last one wrote
    List<Manifest.Output> execute(OutputMaker outputs, RejectedFiles rejected) {
        claim.warnings().forEach(this::warn);
        plan.dataset().warnings().forEach(this::warn);
        if (plan.recipe().job() != Job.TRAINING) {
            load();
        }
        List<Manifest.Output> written = List.of();
        for (Pass pass : plan.passes()) {
            switch (pass.kind()) {
                case FIT -> fit(pass);
                case TRANSFORM -> written = transform(pass, outputs, rejected);
            }
        }
        return written;
    }

    private List<Manifest.Output> transform(Pass pass, OutputMaker outputs, RejectedFiles rejected) {
        Map<Integer, ColumnChange> changes = new TreeMap<>();
        for (Artifact artifact : artifacts.values()) {
            artifact.changes()
                    .forEach((name, change) ->
                            changes.merge(plan.dataset().schema().position(name), change, ColumnChange::then));
        }
        try (OutputLayout layout = outputs.make(changes)) {
            int scan = scans.next();
            Journal journal = claim.journal();
            scans.over(
                    pass,
                    columns().ofTransforms(pass),
                    layout.perShard() ? kept(pass, layout, rejected) : List.of(),
                    shard -> new TransformTask(scan, shard, artifacts, layout, rejected, rowCounts, journal, stages),
                    _ -> {});
            warnOfRejected();
            List<Manifest.Output> written = layout.finish();
            artifacts.forEach(
                    (strategy, artifact) -> artifact.warningsAfter(rowCounts.ofStrategy(strategy)).forEach(this::warn));
            return written;
        }
    }

    /// Takes over what a run that is resumed has written.
    private List<JournalEntry.Scan> kept(Pass pass, OutputLayout layout, RejectedFiles rejected) {
        List<JournalEntry.Scan> kept = new ArrayList<>();
        for (Shard shard : plan.shards(pass)) {
            claim.earlier()
                    .written(shard)
                    .ifPresent(written -> {
                        layout.keep(shard, written.outputs());
                        if (written.rejected() != null) {
                            rejected.keep(shard, written.rejected());
                        }
                        rowCounts.add(written.rows(), written.counted());
                        kept.add(written.shard());
                    });
        }
        return kept;
    }

    /// The files of what the strategies learned and counted, in recipe order.
    List<ArtifactFile> artifactFiles() {
        List<ArtifactFile> files = new ArrayList<>();
        artifacts.forEach((strategy, artifact) -> {
            int occurrence = plan.occurrence(strategy);
            artifact.files().forEach(file -> files.add(file.ofOccurrence(occurrence)));
            artifact.filesAfter(rowCounts.ofStrategy(strategy))
                    .forEach(file -> files.add(file.ofOccurrence(occurrence)));
        });
        return files;
    }

    /// What became of the rows; whole once the last pass is done.
    RowCounts rowCounts() {
        return rowCounts;
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    private void load() {
        Path model = requireNonNull(plan.recipe().artifactsPath(), "planned without artifacts");
        for (int i = 0; i < plan.steps().size(); i++) {
            Step step = plan.steps().get(i);
            ModelFolder folder = new ModelFolder(model, plan.occurrence(i));
            keep(i, step.strategy().load(folder, step.subject()));
        }
    }

    /// Fits the strategies of a pass; scans again as long as one of them asks for a refinement.
    private void fit(Pass pass) {
        Map<Integer, RunningFit<?>> toScan = new TreeMap<>();
        for (int i : pass.strategies()) {
            Step step = plan.steps().get(i);
            toScan.put(i, running(i, step.strategy().fit(step.subject())));
        }
        Map<Integer, RunningFit<?>> scanned = new TreeMap<>();
        while (!toScan.isEmpty()) {
            Map<Integer, RunningFit<?>> fits = toScan;
            int scan = scans.next();
            scans.over(
                    pass,
                    columns().ofFits(fits),
                    summaries.begin(scan, plan.shards(pass), fits),
                    shard -> new FitTask(shard, fits, artifacts, stages),
                    found -> summaries.collected(scan, found, fits));
            scanned.putAll(fits);
            toScan = finish(pass, scanned);
        }
    }

    /// Finishes, in recipe order, what does not wait for a refinement of another fit.
    ///
    /// @param scanned fits that are scanned but not finished; those that get finished are removed
    /// @return the refinements to scan for
    private Map<Integer, RunningFit<?>> finish(Pass pass, Map<Integer, RunningFit<?>> scanned) {
        Map<Integer, RunningFit<?>> refinements = new TreeMap<>();
        for (int i : List.copyOf(scanned.keySet())) {
            List<Integer> filling =
                    pass.strategies().stream()
                            .filter(j -> j < i && plan.steps().get(i).derivesFrom(plan.steps().get(j)))
                            .toList();
            if (artifacts.keySet().containsAll(filling)) {
                RunningFit<?> fit = requireNonNull(scanned.remove(i));
                Map<String, String> filled = new TreeMap<>();
                filling.forEach(j -> requireNonNull(artifacts.get(j)).fills().forEach(filled::putIfAbsent));
                switch (fit.finish(filled)) {
                    case FitRound.Outcome.Fitted(Artifact artifact) -> keep(i, artifact);
                    case FitRound.Outcome.Refine(FitRound<?> next) -> refinements.put(i, running(i, next));
                }
            }
        }
        return refinements;
    }

    private ScannedColumns columns() {
        return new ScannedColumns(plan, artifacts);
    }

    private RunningFit<?> running(int strategy, FitRound<?> round) {
        Step step = plan.steps().get(strategy);
        String id = step.strategy().id();
        return new RunningFit<>(round, step.footprint().fitSplits(), () -> statistics.open(id));
    }

    private void warnOfRejected() {
        long rows = rowCounts.rejected();
        if (rows > 0) {
            boolean kept = plan.recipe().run().onBadRow() == BadRowPolicy.QUARANTINE;
            warn(
                    rows
                            + (rows == 1 ? " bad row was left out" : " bad rows were left out")
                            + (kept ? "; see the folder " + RejectedFiles.FOLDER : ""));
        }
    }

    private void keep(int strategy, Artifact artifact) {
        artifacts.put(strategy, artifact);
        artifact.warnings().forEach(this::warn);
    }

    private void warn(String warning) {
        warnings.add(warning);
        events.emit(new RunEvent.Warning(clock.instant(), warning));
    }
}
