package dev.millrace.performance.peers;

import java.nio.file.Path;

/// One work on one dataset.
///
/// @param size of the data as CSV
/// @param data folder of the shards
/// @param bytes that they have together
record Task(Work work, DataFormat format, ByteSize size, Path data, long bytes) {

    /// Such as `risk-mapping csv 1g`.
    String name() {
        return work.id() + " " + format.id() + " " + size.text();
    }
}
