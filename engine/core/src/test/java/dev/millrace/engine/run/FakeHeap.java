package dev.millrace.engine.run;

import java.util.OptionalLong;

/// A heap that a test fills.
final class FakeHeap implements HeapMeter {

    private long live;
    private long garbage;
    private OptionalLong collected = OptionalLong.empty();
    private int askedFor;

    FakeHeap hold(long bytes) {
        live = bytes;
        return this;
    }

    FakeHeap litter(long bytes) {
        garbage += bytes;
        return this;
    }

    /// The runtime collects; what is old stays, used or not.
    FakeHeap collectNew(long old) {
        garbage = old;
        collected = OptionalLong.of(live + garbage);
        return this;
    }

    int askedFor() {
        return askedFor;
    }

    @Override
    public long used() {
        return live + garbage;
    }

    @Override
    public OptionalLong usedAfterCollection() {
        OptionalLong used = collected;
        collected = OptionalLong.empty();
        return used;
    }

    @Override
    public void collect() {
        askedFor++;
        collectNew(0);
    }
}
