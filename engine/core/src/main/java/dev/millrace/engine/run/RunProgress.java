package dev.millrace.engine.run;

import java.time.Duration;
import java.util.List;

/// How far a run is, at one moment.
///
/// @param pass number from 1 of the running pass, 0 before the first
/// @param passes how many there are
/// @param rows rows read in the running pass
/// @param bytesRead bytes read in all passes so far
/// @param bytesToRead bytes that all passes together read
/// @param elapsed since the start, without pauses
/// @param workers what each busy worker is at
public record RunProgress(
        int pass,
        int passes,
        long rows,
        long bytesRead,
        long bytesToRead,
        Duration elapsed,
        List<WorkerProgress> workers) {

    /// How far a busy worker is in its shard.
    ///
    /// @param worker number from 0
    /// @param bytesRead of the shard
    /// @param bytes size of the shard
    public record WorkerProgress(int worker, RunEvent.ShardId shard, long bytesRead, long bytes) {}

    /// Share of the bytes that is read, 0 to 1.
    public double fraction() {
        return bytesToRead == 0 ? 0 : Math.min(1, (double) bytesRead / bytesToRead);
    }
}
