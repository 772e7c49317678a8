package dev.millrace.engine.strategy;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.dataset.ShardKey;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.stats.SummaryInput;
import dev.millrace.engine.stats.SummaryOutput;

import java.io.IOException;
import java.util.Map;
import java.util.Set;

/// One scan over the fitted splits: a fit per shard, whose summaries are merged in shard order, so that the result is
/// the same for any number of workers and any block size.
///
/// Laws, for every round: merging is associative; the summary of no rows changes nothing when merged; the summary of a
/// shard does not depend on how it is cut into blocks; merging changes neither argument; a summary that was written and
/// read is the same, and equal summaries give equal bytes.
///
/// @param <S> what is learned of one shard; an immutable record
public interface FitRound<S extends Record> {

    /// The columns whose values this scan looks at.
    ///
    /// @param planned those that the strategy's footprint names
    default Set<String> looksAt(Set<String> planned) {
        return planned;
    }

    /// An empty fit for one shard.
    Fit<S> start(ShardKey shard);

    /// What is learned of two neighbouring runs of shards.
    S merge(S left, S right);

    /// Writes a summary, of one shard or merged, so that another process can go on with it.
    void write(S summary, SummaryOutput out) throws IOException;

    /// Reads a summary that a round of the same strategy, subject and earlier summaries wrote.
    ///
    /// @throws dev.millrace.engine.stats.DamagedSummaryException if the bytes are no summary of this round
    S read(SummaryInput in) throws IOException;

    /// The summary as it would be if the missing cells of some columns held a value. Asked only of strategies whose
    /// footprint promises it ([Footprint#fitsFromFilled]).
    ///
    /// @param values the value of each filled column, as text
    default S filled(S summary, Map<String, String> values) {
        throw new UnsupportedOperationException("this fit does not derive from filled cells");
    }

    /// What follows from the summary of all shards.
    Outcome finish(S summary);

    /// Collects one shard. Used by one thread.
    ///
    /// @param <S> the summary
    interface Fit<S extends Record> {

        /// Takes in rows of one split, borrowed for the call.
        void add(Split split, Block rows);

        /// What the rows added so far come to.
        S summary();
    }

    /// What a round ends with: the artifact, or another scan that refines what this one found.
    sealed interface Outcome {
        record Fitted(Artifact artifact) implements Outcome {}

        record Refine(FitRound<?> next) implements Outcome {}
    }
}
