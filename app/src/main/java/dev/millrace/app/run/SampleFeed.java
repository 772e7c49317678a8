package dev.millrace.app.run;

import dev.millrace.engine.telemetry.Telemetry;

import java.util.Optional;

/// Where the gauges get their samples from. No method waits.
public interface SampleFeed {

    void start();

    void stop();

    /// The newest sample, once.
    Optional<Telemetry.Sample> take();
}
