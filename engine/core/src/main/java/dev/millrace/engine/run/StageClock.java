package dev.millrace.engine.run;

import java.util.concurrent.atomic.LongAdder;

/// Adds up what workers spend their time with, once per block.
final class StageClock {

    private final LongAdder read = new LongAdder();
    private final LongAdder fit = new LongAdder();
    private final LongAdder transform = new LongAdder();
    private final LongAdder write = new LongAdder();

    void read(long nanos) {
        read.add(nanos);
    }

    void fitted(long nanos) {
        fit.add(nanos);
    }

    void transformed(long nanos) {
        transform.add(nanos);
    }

    void wrote(long nanos) {
        write.add(nanos);
    }

    StageTimes times() {
        return new StageTimes(read.sum(), fit.sum(), transform.sum(), write.sum());
    }
}
