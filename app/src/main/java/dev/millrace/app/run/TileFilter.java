package dev.millrace.app.run;

import java.util.stream.IntStream;

/// Which shards are shown.
public enum TileFilter {
    ALL,
    QUEUED,
    READING,
    DONE,
    FAILED,
    /// The five that took longest, longest first.
    SLOWEST;

    /// Positions of the shards in the order in which they are shown.
    int[] of(ShardBoard board) {
        return switch (this) {
            case ALL -> IntStream.range(0, board.size()).toArray();
            case QUEUED -> in(board, TileState.QUEUED);
            case READING -> in(board, TileState.READING);
            case DONE -> in(board, TileState.DONE);
            case FAILED -> in(board, TileState.FAILED);
            case SLOWEST -> board.slowest(ShardTimes.SLOWEST);
        };
    }

    private static int[] in(ShardBoard board, TileState state) {
        return IntStream.range(0, board.size()).filter(shard -> board.seen(shard) == state).toArray();
    }
}
