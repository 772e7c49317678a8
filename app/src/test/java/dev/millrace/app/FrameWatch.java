package dev.millrace.app;

import javafx.scene.Scene;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/// The longest time that the screen's thread worked on one frame of a scene. Counts the thread's own processor time, so
/// that what else the machine does is no matter.
final class FrameWatch {

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private long begun;
    private long longest;

    /// Called on the screen's thread.
    FrameWatch(Scene scene) {
        scene.addPreLayoutPulseListener(() -> begun = threads.getCurrentThreadCpuTime());
        scene.addPostLayoutPulseListener(() -> longest = Math.max(longest, threads.getCurrentThreadCpuTime() - begun));
    }

    Duration longest() {
        return Duration.ofNanos(longest);
    }
}
