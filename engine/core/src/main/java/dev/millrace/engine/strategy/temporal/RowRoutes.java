package dev.millrace.engine.strategy.temporal;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.Edits;
import dev.millrace.engine.dataset.Split;

/// Sends the rows of one shard to train, val and out of time.
final class RowRoutes {

    static final String MISSING_DATE = "missing date";
    static final String MISSING_GROUP = "missing group";
    static final String LATER_TRAIN = "group in train after the split date";

    /// The name under which later rows are counted.
    static final String OOT = "oot";

    private final RowReader reader;
    private final TrainGroups train;
    private final Split later;
    private long laterRows;

    /// @param later where later rows go
    RowRoutes(RowReader reader, TrainGroups train, Split later) {
        this.reader = reader;
        this.train = train;
        this.later = later;
    }

    void apply(Block block, Edits edits) {
        reader.read(block);
        for (int row = 0; row < block.rows(); row++) {
            if (edits.isIn(row)) {
                route(block, row, edits);
            }
        }
    }

    private void route(Block block, int row, Edits edits) {
        if (reader.isDateMissing(row)) {
            edits.drop(row, MISSING_DATE);
            return;
        }
        long evidence = reader.evidence(block, row);
        if (evidence == 0) {
            edits.reject(reader.rejection(row));
        } else if (reader.isGroupMissing(row)) {
            edits.drop(row, MISSING_GROUP);
        } else if (DateEvidence.before(evidence) != 0) {
            if (!train.hasEarlier(reader.group(row))) {
                edits.route(row, Split.VAL);
            }
        } else if (train.has(reader.group(row))) {
            edits.drop(row, LATER_TRAIN);
        } else {
            edits.route(row, later);
            laterRows++;
        }
    }

    long laterRows() {
        return laterRows;
    }
}
