package dev.millrace.engine.run;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.Edits;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.strategy.Artifact;
import dev.millrace.engine.strategy.Transform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Collects one shard's part of every fit of a pass. Each fit sees what the strategies before it in the recipe, as far
/// as they are fitted by now, made of the rows.
final class FitTask implements ShardTask {

    private sealed interface Step {

        record Apply(Transform transform) implements Step {}

        record Fit(RunningFit<?>.ShardFit fit, Set<Split> splits) implements Step {}
    }

    private final Split split;
    private final List<Step> steps = new ArrayList<>(); // in recipe order, ending with the last fit
    private final Edits edits = new Edits();
    private final StageClock stages;

    /// Begins the fits of one shard.
    ///
    /// @param fits the fits of the pass, by position of their strategy in the recipe
    /// @param known the artifacts known so far, likewise
    /// @param stages told how long it takes
    FitTask(Shard shard, Map<Integer, RunningFit<?>> fits, Map<Integer, Artifact> known, StageClock stages) {
        this.stages = stages;
        split = shard.split();
        int last = fits.keySet().stream().max(Integer::compare).orElse(-1);
        for (int strategy = 0; strategy <= last; strategy++) {
            RunningFit<?> fit = fits.get(strategy);
            if (fit != null) {
                steps.add(new Step.Fit(fit.startShard(shard.key()), fit.splits()));
            }
            Artifact artifact = known.get(strategy);
            if (artifact != null && strategy < last) {
                steps.add(new Step.Apply(artifact.transform(shard.key())));
            }
        }
    }

    @Override
    public void accept(Block block) {
        long begun = System.nanoTime();
        edits.clear(split, block.rows());
        Block edited = block;
        for (Step step : steps) {
            switch (step) {
                case Step.Apply(Transform transform) -> {
                    transform.apply(edited, edits);
                    edited = edits.appliedTo(block);
                }
                case Step.Fit(RunningFit<?>.ShardFit fit, Set<Split> splits) -> {
                    for (Split each : splits) {
                        Block rows = edits.rowsIn(each, edited);
                        if (rows.rows() > 0) {
                            fit.add(each, rows);
                        }
                    }
                }
            }
        }
        stages.fitted(System.nanoTime() - begun);
    }

    @Override
    public Runnable finish(ShardScan scan) {
        List<Runnable> folds = new ArrayList<>();
        for (Step step : steps) {
            if (step instanceof Step.Fit(RunningFit<?>.ShardFit fit, _)) {
                folds.add(fit.summarised());
            }
        }
        return () -> folds.forEach(Runnable::run);
    }

    @Override
    public boolean canBeTriedAgain() {
        return true;
    }

    @Override
    public void close() {
        for (Step step : steps) {
            if (step instanceof Step.Fit(RunningFit<?>.ShardFit fit, _)) {
                fit.close();
            }
        }
    }
}
