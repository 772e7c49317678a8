package dev.millrace.app.run;

import dev.millrace.engine.run.RunEvent;
import dev.millrace.engine.run.RunListener;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/// Between the engine's threads, which put events in and never wait, and the screen's, which takes them out once per
/// pulse.
final class RunFeed implements RunListener {

    private final Queue<RunEvent> events = new ConcurrentLinkedQueue<>();

    @Override
    public void on(RunEvent event) {
        events.add(event);
    }

    /// Takes events out, oldest first.
    ///
    /// @param most the most that one pulse has time for
    void drain(int most, Consumer<RunEvent> consumer) {
        for (int taken = 0; taken < most; taken++) {
            RunEvent event = events.poll();
            if (event == null) {
                return;
            }
            consumer.accept(event);
        }
    }

    boolean isEmpty() {
        return events.isEmpty();
    }
}
