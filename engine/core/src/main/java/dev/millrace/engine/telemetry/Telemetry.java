package dev.millrace.engine.telemetry;

import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import oshi.hardware.GlobalMemory;
import oshi.software.os.OSProcess;
import oshi.software.os.OperatingSystem;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;

/// Samples processor and memory of this process and its machine. Loads are means since the sample before, so call it
/// about once a second; shorter intervals are too short for the systems' own counters. Used by one thread, not the
/// screen's: the first sample takes a moment.
public final class Telemetry {

    private final OperatingSystem system;
    private final CentralProcessor processor;
    private final GlobalMemory memory;
    private OSProcess process;
    private long[] ticks;

    public Telemetry() {
        SystemInfo info = new SystemInfo();
        system = info.getOperatingSystem();
        processor = info.getHardware().getProcessor();
        memory = info.getHardware().getMemory();
        process = system.getCurrentProcess();
        ticks = processor.getSystemCpuLoadTicks();
    }

    /// One moment.
    ///
    /// @param processCpu share of all processors that this process uses, 0 to 1
    /// @param systemCpu share of all processors that is in use, 0 to 1
    /// @param processBytes memory of this process that is in RAM (resident set)
    /// @param heapUsedBytes used part of the Java heap
    /// @param heapMaxBytes limit of the Java heap
    /// @param memoryTotalBytes RAM of the machine
    /// @param processors how many logical processors there are
    public record Sample(
            double processCpu,
            double systemCpu,
            long processBytes,
            long heapUsedBytes,
            long heapMaxBytes,
            long memoryTotalBytes,
            int processors) {}

    public Sample sample() {
        OSProcess now = system.getCurrentProcess();
        int processors = processor.getLogicalProcessorCount();
        double processCpu = now.getProcessCpuLoadBetweenTicks(process) / processors;
        process = now;
        double systemCpu = processor.getSystemCpuLoadBetweenTicks(ticks);
        ticks = processor.getSystemCpuLoadTicks();
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return new Sample(
                share(processCpu),
                share(systemCpu),
                now.getResidentMemory(),
                heap.getUsed(),
                heap.getMax(),
                memory.getTotal(),
                processors);
    }

    private static double share(double load) {
        return Double.isNaN(load) ? 0 : Math.clamp(load, 0, 1);
    }
}
