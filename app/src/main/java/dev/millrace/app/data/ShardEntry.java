package dev.millrace.app.data;

import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.format.SurveyedShard;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.profile.ShardScan;

import org.jspecify.annotations.Nullable;

/// A shard in the list.
///
/// @param rows its good rows; -1 while they are not counted
/// @param badRows its bad rows, as far as they are counted
/// @param problem what is wrong with it, the first of the bad rows if it is those; null if nothing is
public record ShardEntry(Shard shard, ShardCondition condition, long rows, long badRows, @Nullable Problem problem) {

    static ShardEntry opened(Shard shard) {
        return new ShardEntry(shard, ShardCondition.OPENED, -1, 0, null);
    }

    static ShardEntry surveyed(SurveyedShard found) {
        ShardCondition condition =
                switch (found.state()) {
                    case SOUND -> ShardCondition.OPENED;
                    case EMPTY -> ShardCondition.EMPTY;
                    case DIFFERENT -> ShardCondition.DIFFERENT;
                    case UNREADABLE -> ShardCondition.BROKEN;
                };
        return new ShardEntry(found.shard(), condition, -1, 0, found.problem());
    }

    /// Whether it is bad rows that are wrong with it, which can be looked at.
    boolean hasBadRows() {
        return condition == ShardCondition.BAD_ROWS;
    }

    /// The same shard, read to its end.
    ShardEntry scanned(ShardScan.Found found) {
        Problem badRow = found.badRows() == 0 ? null : found.firstBad().getFirst().exception().problems().getFirst();
        ShardCondition read;
        if (found.damage() != null) {
            read = ShardCondition.BROKEN;
        } else if (found.badRows() > 0) {
            read = ShardCondition.BAD_ROWS;
        } else {
            read = found.rows() == 0 ? ShardCondition.EMPTY : ShardCondition.SOUND;
        }
        return new ShardEntry(
                shard, read, found.rows(), found.badRows(), found.damage() != null ? found.damage() : badRow);
    }
}
