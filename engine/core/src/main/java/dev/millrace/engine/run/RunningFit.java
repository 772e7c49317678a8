package dev.millrace.engine.run;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.dataset.ShardKey;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.stats.SummaryInput;
import dev.millrace.engine.stats.SummaryOutput;
import dev.millrace.engine.strategy.FitRound;
import dev.millrace.engine.strategy.Holding;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// One strategy's fit over one pass: a summary for each shard, folded in shard order.
///
/// @param <S> the strategy's summary
final class RunningFit<S extends Record> {

    private static final ShardKey NO_SHARD = new ShardKey(Split.TRAIN, 0);

    private final FitRound<S> round;
    private final Set<Split> splits;
    private final Supplier<StatisticsBudget.Account> accounts;
    private final StatisticsBudget.Account account; // of what is folded
    private @Nullable S folded;

    /// @param accounts opens one for whatever holds statistics in memory
    RunningFit(FitRound<S> round, Set<Split> splits, Supplier<StatisticsBudget.Account> accounts) {
        this.round = round;
        this.splits = splits;
        this.accounts = accounts;
        this.account = accounts.get();
    }

    /// The splits whose rows it looks at.
    Set<Split> splits() {
        return splits;
    }

    /// The columns whose values this scan looks at, of those that the strategy's footprint names.
    Set<String> looksAt(Set<String> planned) {
        return round.looksAt(planned);
    }

    ShardFit startShard(ShardKey shard) {
        return new ShardFit(round.start(shard), accounts.get());
    }

    /// What the pass ends with.
    ///
    /// @param filled values that missing cells of some columns were given by strategies fitted in the same pass
    FitRound.Outcome finish(Map<String, String> filled) {
        S summary = folded == null ? round.start(NO_SHARD).summary() : folded;
        FitRound.Outcome outcome = round.finish(filled.isEmpty() ? summary : round.filled(summary, filled));
        account.close();
        return outcome;
    }

    /// Writes what was folded so far.
    ///
    /// @throws IOException if writing fails
    void save(OutputStream out) throws IOException {
        SummaryOutput summary = new SummaryOutput(out);
        round.write(folded == null ? round.start(NO_SHARD).summary() : folded, summary);
        summary.end();
    }

    /// Takes over what another process saved, before the first shard.
    ///
    /// @param length how many bytes there are
    void restore(InputStream in, long length) throws IOException {
        SummaryInput summary = new SummaryInput(in, length);
        S read = round.read(summary);
        summary.end();
        keep(read);
    }

    private void fold(S summary) {
        keep(folded == null ? summary : round.merge(folded, summary));
    }

    private void keep(S summary) {
        folded = summary;
        account.holds(round.holdings(summary));
    }

    /// The fit of one shard, collected by one worker.
    final class ShardFit implements AutoCloseable {

        private final FitRound.Fit<S> fit;
        private final StatisticsBudget.Account ofShard;
        private boolean summarised;

        private ShardFit(FitRound.Fit<S> fit, StatisticsBudget.Account ofShard) {
            this.fit = fit;
            this.ofShard = ofShard;
        }

        void add(Split split, Block rows) {
            fit.add(split, rows);
            List<Holding> holdings = fit.holdings();
            while (ofShard.wouldBeMuch(holdings) && fit.lighten()) {
                holdings = fit.holdings();
            }
            ofShard.holds(holdings);
        }

        /// Keeps the shard's summary only, to be folded when it is its turn.
        Runnable summarised() {
            S summary = fit.summary();
            StatisticsBudget.Account ofSummary = ofShard; // so that nothing refers to the fit
            ofSummary.holds(round.holdings(summary));
            summarised = true;
            return () -> {
                ofSummary.close();
                fold(summary);
            };
        }

        /// Must be called, unless the summary is folded.
        @Override
        public void close() {
            if (!summarised) {
                ofShard.close();
            }
        }
    }
}
