package dev.millrace.engine.run;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.strategy.FitRound;

import org.jspecify.annotations.Nullable;

/// One strategy's fit over one pass: a summary for each shard, folded in shard order.
///
/// @param <S> the strategy's summary
final class RunningFit<S extends Record> {

    private final FitRound<S> round;
    private @Nullable S folded;

    RunningFit(FitRound<S> round) {
        this.round = round;
    }

    ShardFit startShard() {
        return new ShardFit(round.start());
    }

    /// What the pass ends with.
    FitRound.Outcome finish() {
        return round.finish(folded == null ? round.start().summary() : folded);
    }

    private void fold(S summary) {
        folded = folded == null ? summary : round.merge(folded, summary);
    }

    /// The fit of one shard, collected by one worker.
    final class ShardFit {

        private final FitRound.Fit<S> fit;

        private ShardFit(FitRound.Fit<S> fit) {
            this.fit = fit;
        }

        void add(Block block) {
            fit.add(block);
        }

        /// Keeps the shard's summary only, to be folded when it is its turn.
        Runnable summarised() {
            S summary = fit.summary();
            return () -> fold(summary);
        }
    }
}
