package dev.millrace.engine.run;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.dataset.ShardKey;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.stats.SummaryInput;
import dev.millrace.engine.stats.SummaryOutput;
import dev.millrace.engine.strategy.FitRound;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Set;

/// One strategy's fit over one pass: a summary for each shard, folded in shard order.
///
/// @param <S> the strategy's summary
final class RunningFit<S extends Record> {

    private static final ShardKey NO_SHARD = new ShardKey(Split.TRAIN, 0);

    private final FitRound<S> round;
    private final Set<Split> splits;
    private @Nullable S folded;

    RunningFit(FitRound<S> round, Set<Split> splits) {
        this.round = round;
        this.splits = splits;
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
        return new ShardFit(round.start(shard));
    }

    /// What the pass ends with.
    ///
    /// @param filled values that missing cells of some columns were given by strategies fitted in the same pass
    FitRound.Outcome finish(Map<String, String> filled) {
        S summary = folded == null ? round.start(NO_SHARD).summary() : folded;
        return round.finish(filled.isEmpty() ? summary : round.filled(summary, filled));
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
        folded = read;
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

        void add(Split split, Block rows) {
            fit.add(split, rows);
        }

        /// Keeps the shard's summary only, to be folded when it is its turn.
        Runnable summarised() {
            S summary = fit.summary();
            return () -> fold(summary);
        }
    }
}
