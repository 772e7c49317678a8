package dev.millrace.engine.run;

import java.util.OptionalLong;

/// Tells how much of the heap is in use.
interface HeapMeter {

    /// Bytes in use, those that the next collection would free too.
    long used();

    /// Bytes that were in use after the latest collection, if there was one since the last call.
    OptionalLong usedAfterCollection();

    /// Collects now.
    void collect();
}
