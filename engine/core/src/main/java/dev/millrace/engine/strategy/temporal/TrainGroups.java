package dev.millrace.engine.strategy.temporal;

import dev.millrace.engine.stats.LongSet;

/// The groups that are train: those with the smallest hashes among the groups with a row before the split date.
///
/// @param largest the largest of their hashes
/// @param hashes theirs; 16 to 32 bytes for each
record TrainGroups(long largest, LongSet hashes) {

    /// @param sorted hashes of all groups with a row before
    /// @param count how many of them are train, at least 1
    static TrainGroups of(long[] sorted, int count) {
        LongSet hashes = new LongSet();
        for (int i = 0; i < count; i++) {
            hashes.add(sorted[i]);
        }
        return new TrainGroups(sorted[count - 1], hashes);
    }

    /// Whether a group with a row before is train.
    boolean hasEarlier(long group) {
        return group <= largest;
    }

    /// Whether a group is train that may have no row before.
    boolean has(long group) {
        return group <= largest && hashes.contains(group);
    }
}
