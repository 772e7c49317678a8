package dev.millrace.app.run;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The times that the shards of one pass took, in milliseconds.
///
/// @param pass position in the plan
/// @param shards how many are done
/// @param quarter time within which a quarter of them was done; between two of them, in proportion
/// @param slowest the five that took longest, longest first
/// @param outlier the one that explains the time of the pass, if one does
record ShardTimes(
        int pass,
        int shards,
        double least,
        double quarter,
        double median,
        double threeQuarters,
        double most,
        List<Slow> slowest,
        Optional<Outlier> outlier) {

    /// How many of the slowest are named.
    static final int SLOWEST = 5;

    private static final int LEAST_SHARDS = 4; // fewer have no quartiles worth the name
    private static final double STANDS_OUT = 2; // times the median
    private static final double MATTERS = 0.2; // of the pass
    private static final double EXPLAINS = 0.7; // of the time, if the shard is larger by as much

    public ShardTimes {
        slowest = List.copyOf(slowest);
    }

    /// A shard that took long.
    ///
    /// @param shard position on the board
    /// @param times as long as the median
    record Slow(int shard, long millis, double times) {}

    /// A shard that explains the time of its pass.
    ///
    /// @param share of the pass's time, 0 to 1
    /// @param times as long as the median
    /// @param larger how many times as large as the median shard, if that is why; else 0
    record Outlier(int shard, double share, double times, double larger) {}

    /// Empty while no shard of the pass is done.
    ///
    /// @param passMillis how long the pass took, or takes so far
    static Optional<ShardTimes> of(ShardBoard board, int pass, long passMillis) {
        int[] done =
                IntStream.range(0, board.size())
                        .filter(shard -> board.state(pass, shard) == TileState.DONE && board.millis(pass, shard) > 0)
                        .toArray();
        if (done.length == 0) {
            return Optional.empty();
        }
        double[] times = Arrays.stream(done).mapToDouble(shard -> board.millis(pass, shard)).sorted().toArray();
        double median = quantile(times, 0.5);
        List<Slow> slowest =
                Arrays.stream(done)
                        .boxed()
                        .sorted(
                                Comparator.comparingLong((Integer shard) -> board.millis(pass, shard))
                                        .reversed()
                                        .thenComparing(shard -> shard))
                        .limit(SLOWEST)
                        .map(shard -> new Slow(shard, board.millis(pass, shard), board.millis(pass, shard) / median))
                        .toList();
        return Optional.of(
                new ShardTimes(
                        pass,
                        done.length,
                        times[0],
                        quantile(times, 0.25),
                        median,
                        quantile(times, 0.75),
                        times[times.length - 1],
                        slowest,
                        outlier(board, done, slowest.getFirst(), passMillis)));
    }

    private static Optional<Outlier> outlier(ShardBoard board, int[] done, Slow longest, long passMillis) {
        double share = passMillis <= 0 ? 0 : Math.min(1, (double) longest.millis() / passMillis);
        if (done.length < LEAST_SHARDS || longest.times() < STANDS_OUT || share < MATTERS) {
            return Optional.empty();
        }
        double[] sizes = Arrays.stream(done).mapToDouble(board::bytes).sorted().toArray();
        double larger = board.bytes(longest.shard()) / Math.max(1, quantile(sizes, 0.5));
        boolean explains = larger >= EXPLAINS * longest.times();
        return Optional.of(new Outlier(longest.shard(), share, longest.times(), explains ? larger : 0));
    }

    /// @param sorted at least one
    private static double quantile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
