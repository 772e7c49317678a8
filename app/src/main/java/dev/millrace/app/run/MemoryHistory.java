package dev.millrace.app.run;

import dev.millrace.engine.run.RunEvent.MemoryPressure;

import java.util.ArrayList;
import java.util.List;

/// How much of the heap was in use in the course of a run, and when the run held itself back because of it. Times are
/// milliseconds since the run began.
final class MemoryHistory {

    private static final int MOST_SAMPLES = 1200;

    private final List<Sample> samples = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private int fullWorkers;
    private int merged = 1; // samples in one that is kept
    private int pending;
    private double pendingShare;

    /// How full the heap was.
    ///
    /// @param share of its limit, 0 to 1; where a long run has many, the highest of a few
    record Sample(long at, double share) {}

    /// The run held itself back more, or less so.
    ///
    /// @param depth steps below the full speed since; 0 is full speed
    /// @param event what the engine told
    record Step(long at, int depth, MemoryPressure event) {}

    List<Sample> samples() {
        return List.copyOf(samples);
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    /// Workers that may work at once at full speed.
    int fullWorkers() {
        return fullWorkers;
    }

    /// Whether the run holds itself back.
    boolean isHeldBack() {
        return !steps.isEmpty() && steps.getLast().depth() > 0;
    }

    /// Time in which the run held itself back.
    long heldBack(long now) {
        long sum = 0;
        for (int i = 0; i < steps.size(); i++) {
            long until = i + 1 < steps.size() ? steps.get(i + 1).at() : now;
            sum += steps.get(i).depth() > 0 ? until - steps.get(i).at() : 0;
        }
        return sum;
    }

    void begin(int workers) {
        fullWorkers = workers;
    }

    void add(long at, MemoryPressure event) {
        int depth = steps.isEmpty() ? 0 : steps.getLast().depth();
        steps.add(new Step(at, Math.max(0, depth + (event.tighter() ? 1 : -1)), event));
    }

    /// Takes in a sample; a run of many hours keeps no more of them than one of minutes.
    void add(long at, double share) {
        pendingShare = Math.max(pendingShare, share);
        pending++;
        if (pending < merged) {
            return;
        }
        samples.add(new Sample(at, pendingShare));
        pending = 0;
        pendingShare = 0;
        if (samples.size() == MOST_SAMPLES) {
            halve();
        }
    }

    private void halve() {
        List<Sample> kept = new ArrayList<>();
        for (int i = 1; i < samples.size(); i += 2) {
            kept.add(new Sample(samples.get(i).at(), Math.max(samples.get(i - 1).share(), samples.get(i).share())));
        }
        samples.clear();
        samples.addAll(kept);
        merged *= 2;
    }
}
