package dev.millrace.engine.run;

import dev.millrace.engine.block.Edits;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What became of all rows of a run, added up shard by shard.
final class RowCounts {

    private final Map<String, Long> dropped = new TreeMap<>();
    private final List<Map<String, Long>> byStrategy = new ArrayList<>();
    private long rejected;
    private long repeated;

    /// What became of the rows of one shard.
    ///
    /// @param dropped rows that strategies left out by their definitions, by reason
    /// @param rejected bad rows
    /// @param repeated rows written beyond the first time
    record Tally(Map<String, Long> dropped, long rejected, long repeated) {}

    /// Counts what becomes of the rows of one shard. Used by one worker.
    static final class OfShard {

        private final Map<String, Long> dropped = new TreeMap<>();
        private long rejected;
        private long repeated;

        void add(Edits edits) {
            edits.dropped().forEach((reason, rows) -> dropped.merge(reason, rows, Long::sum));
            rejected += edits.rejections().size();
            repeated += edits.repeatedRows();
        }

        /// Counts rows that the reader found to be bad.
        void addBadRows(long rows) {
            rejected += rows;
        }

        Tally tally() {
            return new Tally(Map.copyOf(dropped), rejected, repeated);
        }
    }

    /// Takes in a finished shard.
    ///
    /// @param counted what each transform counted, in recipe order
    synchronized void add(Tally shard, List<Map<String, Long>> counted) {
        shard.dropped().forEach((reason, rows) -> dropped.merge(reason, rows, Long::sum));
        rejected += shard.rejected();
        repeated += shard.repeated();
        for (int i = 0; i < counted.size(); i++) {
            if (i == byStrategy.size()) {
                byStrategy.add(new TreeMap<>());
            }
            Map<String, Long> sums = byStrategy.get(i);
            counted.get(i).forEach((name, count) -> sums.merge(name, count, Long::sum));
        }
    }

    /// Rows that strategies left out by their definitions, by reason.
    Map<String, Long> dropped() {
        return dropped;
    }

    /// What the transforms of a strategy counted.
    Map<String, Long> ofStrategy(int position) {
        return position < byStrategy.size() ? byStrategy.get(position) : Map.of();
    }

    /// Bad rows.
    long rejected() {
        return rejected;
    }

    /// Rows written beyond the first time.
    long repeated() {
        return repeated;
    }
}
