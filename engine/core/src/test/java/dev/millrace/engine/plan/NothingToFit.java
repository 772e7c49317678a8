package dev.millrace.engine.plan;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.dataset.ShardKey;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.stats.SummaryInput;
import dev.millrace.engine.stats.SummaryOutput;
import dev.millrace.engine.strategy.Artifact;
import dev.millrace.engine.strategy.FitRound;

/// A fit with nothing to learn.
record NothingToFit(Artifact artifact) implements FitRound<NothingToFit.Nothing> {

    @Override
    public Fit<Nothing> start(ShardKey shard) {
        return new Fit<>() {
            @Override
            public void add(Split split, Block rows) {}

            @Override
            public Nothing summary() {
                return new Nothing();
            }
        };
    }

    @Override
    public Nothing merge(Nothing left, Nothing right) {
        return left;
    }

    @Override
    public void write(Nothing summary, SummaryOutput out) {}

    @Override
    public Nothing read(SummaryInput in) {
        return new Nothing();
    }

    @Override
    public Outcome finish(Nothing summary) {
        return new Outcome.Fitted(artifact);
    }

    /// What a fit without anything to learn learns.
    record Nothing() {}
}
