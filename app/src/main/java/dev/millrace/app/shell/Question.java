package dev.millrace.app.shell;

/// What a person is asked or told before anything else goes on.
enum Question {
    /// Whether a run that has gone on for long shall be cancelled.
    CANCEL_RUN,
    /// That no run is started while a benchmark is on; whether it shall be shown.
    BENCHMARK_IS_ON
}
