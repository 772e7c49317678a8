package dev.millrace.engine.results;

import dev.millrace.engine.run.Manifest;

import java.time.Duration;
import java.util.Map;

/// The figures of a run that are compared with those of others.
///
/// @param millis that it took; of a run that was resumed, its last part
/// @param rowsIn rows read, bad ones included
/// @param rowsOut rows written, by split
/// @param repeated rows written beyond the first time
/// @param dropped rows that a strategy leaves out, by reason
/// @param rejected bad rows
/// @param shards input shards
/// @param bytesIn of the input shards
/// @param bytesOut of the output files
/// @param files output files
/// @param passes scans over the shards
/// @param peakBytes most memory: of the process or, where the system does not tell, of the heap
/// @param ofProcess whether it is the process's
public record RunFigures(
        long millis,
        long rowsIn,
        Map<String, Long> rowsOut,
        long repeated,
        Map<String, Long> dropped,
        long rejected,
        int shards,
        long bytesIn,
        long bytesOut,
        int files,
        int passes,
        long peakBytes,
        boolean ofProcess) {

    public static RunFigures of(Manifest manifest) {
        Manifest.Rows rows = manifest.rows();
        Long process = manifest.memory().peakProcessBytes();
        return new RunFigures(
                Math.max(0, Duration.between(manifest.lastStarted(), manifest.ended()).toMillis()),
                rows.in(),
                rows.out(),
                rows.repeated(),
                rows.dropped(),
                rows.rejected(),
                manifest.inputs().size(),
                manifest.inputs().stream().mapToLong(Manifest.Input::bytes).sum(),
                manifest.outputs().stream().mapToLong(Manifest.Output::bytes).sum(),
                manifest.outputs().size(),
                manifest.passes().size(),
                process == null ? manifest.memory().peakHeapBytes() : process,
                process != null);
    }

    public Duration duration() {
        return Duration.ofMillis(millis);
    }

    /// Rows of the input by second; a time below a millisecond counts as one.
    public double rowsPerSecond() {
        return rowsIn * 1e3 / Math.max(1, millis);
    }

    /// Rows of all splits.
    public long allRowsOut() {
        return rowsOut.values().stream().mapToLong(Long::longValue).sum();
    }

    /// Rows left out for any reason.
    public long allDropped() {
        return dropped.values().stream().mapToLong(Long::longValue).sum();
    }
}
