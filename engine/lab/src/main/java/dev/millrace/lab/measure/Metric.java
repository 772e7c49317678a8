package dev.millrace.lab.measure;

import java.util.Locale;

/// A figure of a run.
public enum Metric {
    LATENCY("latency", "s", false),
    THROUGHPUT_ROWS("throughput", "rows/s", true),
    THROUGHPUT_BYTES("throughput", "MB/s", true),
    CPU_TIME("processor time", "s", false),
    PEAK_MEMORY("peak memory", "MB", false),
    PEAK_HEAP("peak heap", "MB", false),
    ENERGY("energy", "J", false);

    private final String title;
    private final String unit;
    private final boolean moreIsBetter;

    Metric(String title, String unit, boolean moreIsBetter) {
        this.title = title;
        this.unit = unit;
        this.moreIsBetter = moreIsBetter;
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
        return switch (this) {
            case LATENCY -> run.seconds();
            case THROUGHPUT_ROWS -> run.rowsPerSecond();
            case THROUGHPUT_BYTES -> run.bytesPerSecond() / 1e6;
            case CPU_TIME -> run.cpuSeconds();
            case PEAK_MEMORY -> run.peakResidentBytes() / 1e6;
            case PEAK_HEAP -> run.report() == null ? Double.NaN : run.report().peakHeapBytes() / 1e6;
            case ENERGY -> run.energy().joules();
        };
    }

    /// As files name it, such as `peak_memory`.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
