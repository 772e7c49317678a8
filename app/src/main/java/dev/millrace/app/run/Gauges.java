package dev.millrace.app.run;

import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.engine.telemetry.Telemetry;

/// Processor and memory while a run is on.
public final class Gauges {

    private final Texts texts;
    private final Figures figures;
    private final Gauge processor = new Gauge();
    private final Gauge memory = new Gauge();
    private final Gauge heap = new Gauge();

    Gauges(Texts texts, Figures figures) {
        this.texts = texts;
        this.figures = figures;
    }

    /// Share of all processors that this process uses.
    public Gauge processor() {
        return processor;
    }

    /// Memory of this process that is in RAM.
    public Gauge memory() {
        return memory;
    }

    /// Used part of the Java heap.
    public Gauge heap() {
        return heap;
    }

    void add(Telemetry.Sample sample) {
        processor.add(
                sample.processCpu(),
                figures.percent(sample.processCpu()),
                texts.of("run.gauge.processors", sample.processors()));
        memory.add(
                share(sample.processBytes(), sample.memoryTotalBytes()),
                figures.bytes(sample.processBytes()),
                texts.of("run.gauge.of", figures.bytes(sample.memoryTotalBytes())));
        heap.add(
                share(sample.heapUsedBytes(), sample.heapMaxBytes()),
                figures.bytes(sample.heapUsedBytes()),
                texts.of("run.gauge.of", figures.bytes(sample.heapMaxBytes())));
    }

    void clear() {
        processor.clear();
        memory.clear();
        heap.clear();
    }

    private static double share(long part, long whole) {
        return whole <= 0 ? 0 : Math.min(1, (double) part / whole);
    }
}
