package dev.millrace.lab.measure;

import dev.millrace.engine.run.EngineVersion;
import dev.millrace.engine.telemetry.Telemetry;

import oshi.SystemInfo;

/// Where a benchmark took place.
///
/// @param processor its name, as it calls itself
/// @param load share of all processors that was in use just before the benchmark
public record Machine(
        String system,
        String architecture,
        String processor,
        int processors,
        long memoryBytes,
        String java,
        String engine,
        double load) {

    /// The load above which figures are not to be trusted.
    public static final double MOST_IDLE_LOAD = 0.1;

    private static final int LOOK_MILLIS = 1000;

    /// Looks at this machine for a second, which the thread sleeps: how busy processors are is a figure over some time.
    /// An interrupt ends it.
    public static Machine current() throws InterruptedException {
        Telemetry telemetry = new Telemetry();
        Thread.sleep(LOOK_MILLIS);
        Telemetry.Sample sample = telemetry.sample();
        SystemInfo info = new SystemInfo();
        return new Machine(
                System.getProperty("os.name", "") + " " + System.getProperty("os.version", ""),
                System.getProperty("os.arch", ""),
                info.getHardware().getProcessor().getProcessorIdentifier().getName().strip(),
                sample.processors(),
                sample.memoryTotalBytes(),
                System.getProperty("java.vm.name", "") + " " + Runtime.version(),
                EngineVersion.current(),
                sample.systemCpu());
    }

    public boolean wasIdle() {
        return load <= MOST_IDLE_LOAD;
    }
}
