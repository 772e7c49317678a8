package dev.millrace.app.run;

import java.time.Duration;
import java.util.Arrays;

/// What one worker did and does: spans of time, one for each shard and pass, the last of which may still be open. Times
/// are milliseconds since the run began.
final class Lane {

    /// How a span ended.
    enum Outcome {
        OPEN,
        DONE,
        FAILED,
        /// The run ended before the shard was done.
        STOPPED
    }

    private long[] starts = new long[16];
    private long[] ends = new long[16];
    private int[] shards = new int[16];
    private byte[] passes = new byte[16];
    private Outcome[] outcomes = new Outcome[16];
    private int spans;
    private double share; // of the open span's shard
    private long bytesRead;

    int spans() {
        return spans;
    }

    long start(int span) {
        return starts[span];
    }

    /// When a span ended.
    ///
    /// @param now when the open one ends so far
    long end(int span, long now) {
        return outcomes[span] == Outcome.OPEN ? Math.max(now, starts[span]) : ends[span];
    }

    /// Position of the shard on the board.
    int shard(int span) {
        return shards[span];
    }

    /// Position of the pass in the plan.
    int pass(int span) {
        return passes[span];
    }

    Outcome outcome(int span) {
        return outcomes[span];
    }

    /// Whether it works on a shard.
    boolean isBusy() {
        return spans > 0 && outcomes[spans - 1] == Outcome.OPEN;
    }

    /// Share that it has read of its shard, 0 to 1.
    double share() {
        return share;
    }

    /// Bytes per second of the shard that it works on; 0 while that is not known.
    double rate(long now) {
        long millis = isBusy() ? now - starts[spans - 1] : 0;
        return millis <= 0 ? 0 : 1000.0 * bytesRead / millis;
    }

    /// Shards that it has done, counted once for each pass.
    long done() {
        return Arrays.stream(outcomes, 0, spans).filter(outcome -> outcome == Outcome.DONE).count();
    }

    /// The time in which it worked.
    Duration busy(long now) {
        long sum = 0;
        for (int span = 0; span < spans; span++) {
            sum += end(span, now) - starts[span];
        }
        return Duration.ofMillis(sum);
    }

    /// The span at a time, −1 if it was idle then.
    int at(long time, long now) {
        for (int span = spans - 1; span >= 0; span--) {
            if (starts[span] <= time) {
                return time <= end(span, now) ? span : -1;
            }
        }
        return -1;
    }

    void begin(long at, int shard, int pass) {
        close(at, Outcome.STOPPED);
        if (spans == starts.length) {
            grow();
        }
        starts[spans] = at;
        ends[spans] = at;
        shards[spans] = shard;
        passes[spans] = (byte) pass;
        outcomes[spans] = Outcome.OPEN;
        spans++;
        share = 0;
        bytesRead = 0;
    }

    void read(double newShare, long bytes) {
        share = newShare;
        bytesRead = bytes;
    }

    /// Ends the open span, if there is one.
    void close(long at, Outcome outcome) {
        if (isBusy()) {
            ends[spans - 1] = Math.max(at, starts[spans - 1]);
            outcomes[spans - 1] = outcome;
        }
    }

    private void grow() {
        int size = 2 * spans;
        starts = Arrays.copyOf(starts, size);
        ends = Arrays.copyOf(ends, size);
        shards = Arrays.copyOf(shards, size);
        passes = Arrays.copyOf(passes, size);
        outcomes = Arrays.copyOf(outcomes, size);
    }
}
