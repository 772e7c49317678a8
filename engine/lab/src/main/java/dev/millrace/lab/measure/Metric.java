package dev.millrace.lab.measure;

import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// A figure of a run.
public enum Metric {
    LATENCY("latency", "s", false, MeasuredRun::seconds),
    THROUGHPUT_ROWS("throughput", "rows/s", true, MeasuredRun::rowsPerSecond),
    THROUGHPUT_BYTES("throughput", "MB/s", true, run -> run.bytesPerSecond() / 1e6),
    CPU_TIME("processor time", "s", false, MeasuredRun::cpuSeconds),
    PEAK_MEMORY("peak memory", "MB", false, run -> run.peakResidentBytes() / 1e6),
    PEAK_HEAP("peak heap", "MB", false, run -> run.report() == null ? Double.NaN : run.report().peakHeapBytes() / 1e6),
    ENERGY("energy", "J", false, run -> run.energy().joules());

    private final String title;
    private final String unit;
    private final boolean moreIsBetter;
    private final ToDoubleFunction<MeasuredRun> figure;

    Metric(String title, String unit, boolean moreIsBetter, ToDoubleFunction<MeasuredRun> figure) {
        this.title = title;
        this.unit = unit;
        this.moreIsBetter = moreIsBetter;
        this.figure = figure;
    }

    /// Such as `peak memory`.
    public String title() {
        return title;
    }

    public String unit() {
        return unit;
    }

    public boolean moreIsBetter() {
        return moreIsBetter;
    }

    /// The figure of a run; NaN if it has none.
    public double of(MeasuredRun run) {
        return figure.applyAsDouble(run);
    }

    /// As files name it, such as `peak_memory`.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
