package dev.millrace.app.run;

import dev.millrace.engine.telemetry.Telemetry;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// Samples processor and memory once a second on a thread of its own; the screen takes the newest one.
public final class TelemetryFeed implements SampleFeed, AutoCloseable {

    private static final int FIRST_SECONDS = 2; // so that the window is there first

    private final ScheduledExecutorService clock;
    private final ScheduledFuture<?> sampling;
    private final AtomicReference<Telemetry.@Nullable Sample> newest = new AtomicReference<>();
    private final Supplier<Telemetry> source;
    private @Nullable Telemetry telemetry; // by the clock's thread only
    private volatile boolean wanted;

    /// @param source makes the telemetry, on the feed's thread as that takes a moment: soon, or as soon as it is wanted
    public TelemetryFeed(Supplier<Telemetry> source) {
        this.source = source;
        clock =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("millrace-telemetry").factory());
        sampling = clock.scheduleWithFixedDelay(this::sample, FIRST_SECONDS, 1, TimeUnit.SECONDS);
    }

    @Override
    public void start() {
        wanted = true;
        clock.execute(this::sample);
    }

    @Override
    public void stop() {
        wanted = false;
    }

    @Override
    public Optional<Telemetry.Sample> take() {
        return Optional.ofNullable(newest.getAndSet(null));
    }

    private void sample() {
        if (telemetry == null) {
            telemetry = source.get();
        }
        if (wanted) {
            newest.set(telemetry.sample());
        }
    }

    @Override
    public void close() {
        sampling.cancel(true);
        clock.shutdownNow();
    }
}
