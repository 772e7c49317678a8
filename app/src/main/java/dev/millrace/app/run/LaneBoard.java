package dev.millrace.app.run;

import dev.millrace.engine.run.RunProgress.WorkerProgress;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A lane for each worker, on one axis of time. For the screen's thread only.
///
/// The axis is that of the events; between two of them it goes on with the clock of the pulses.
final class LaneBoard {

    private final List<Lane> lanes = new ArrayList<>();
    private final MemoryHistory memory = new MemoryHistory();
    private Instant began = Instant.EPOCH;
    private long lastEvent; // on the axis
    private long nanosThen; // of the pulse that took the last event
    private long now;
    private boolean live;
    private int revision;

    List<Lane> lanes() {
        return Collections.unmodifiableList(lanes);
    }

    /// How the memory was, on the same axis.
    MemoryHistory memory() {
        return memory;
    }

    /// Milliseconds from the beginning of the run to its end, or to the latest pulse.
    long now() {
        return now;
    }

    /// Whether the run is on.
    boolean isLive() {
        return live;
    }

    /// Another number whenever something changed.
    int revision() {
        return revision;
    }

    void begin(Instant at, int workers) {
        began = at;
        live = true;
        while (lanes.size() < workers) {
            lanes.add(new Lane());
        }
        memory.begin(workers);
        revision++;
    }

    /// The time of an event on the axis.
    long at(Instant event, long nanos) {
        long at = Math.max(0, event.toEpochMilli() - began.toEpochMilli());
        lastEvent = Math.max(lastEvent, at);
        nanosThen = nanos;
        now = Math.max(now, lastEvent);
        revision++;
        return at;
    }

    void tick(long nanos) {
        if (live) {
            now = Math.max(now, lastEvent + (nanos - nanosThen) / 1_000_000);
            revision++;
        }
    }

    void started(int worker, int shard, int pass, long at) {
        lane(worker).begin(at, shard, pass);
    }

    void ended(int worker, Lane.Outcome outcome, long at) {
        lane(worker).close(at, outcome);
    }

    void read(WorkerProgress worker) {
        double share = worker.bytes() == 0 ? 0 : Math.min(1, (double) worker.bytesRead() / worker.bytes());
        lane(worker.worker()).read(share, worker.bytesRead());
    }

    /// The run has ended.
    void stop() {
        live = false;
        now = Math.max(now, lastEvent);
        lanes.forEach(lane -> lane.close(now, Lane.Outcome.STOPPED));
        revision++;
    }

    private Lane lane(int worker) {
        while (lanes.size() <= worker) {
            lanes.add(new Lane());
        }
        return lanes.get(worker);
    }
}
