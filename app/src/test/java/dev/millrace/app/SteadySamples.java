package dev.millrace.app;

import dev.millrace.app.run.SampleFeed;
import dev.millrace.engine.telemetry.Telemetry;

import java.util.Optional;

/// Samples of a machine that is busy in waves; a new one at every call.
public final class SteadySamples implements SampleFeed {

    private static final long MIB = 1L << 20;

    private int taken;

    @Override
    public void start() {
        taken = 0;
    }

    @Override
    public void stop() {}

    @Override
    public Optional<Telemetry.Sample> take() {
        taken++;
        double wave = 0.5 + 0.5 * Math.sin(taken / 3.0);
        return Optional.of(
                new Telemetry.Sample(
                        0.55 + 0.3 * wave,
                        0.9,
                        (380 + 2L * taken) * MIB,
                        Math.round(120 + 200 * wave) * MIB,
                        1024 * MIB,
                        2048 * MIB,
                        8));
    }
}
