package dev.millrace.app.notice;

import dev.millrace.app.run.RunState;
import dev.millrace.app.run.RunViewModel;
import dev.millrace.app.settings.SettingsViewModel;
import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.app.view.Desktop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Tells that a run has ended, if it was long, the window is not in front, and the person wants to be told. Never takes
/// the focus.
public final class RunNotice {

    private final RunViewModel run;
    private final SettingsViewModel settings;
    private final Desktop desktop;
    private final Clock clock;
    private final Texts texts;
    private final Figures figures;
    private Instant begun = Instant.EPOCH;

    public RunNotice(
            RunViewModel run, SettingsViewModel settings, Desktop desktop, Clock clock, Texts texts, Figures figures) {
        this.run = run;
        this.settings = settings;
        this.desktop = desktop;
        this.clock = clock;
        this.texts = texts;
        this.figures = figures;
    }

    /// Begins to watch the run.
    public void watch() {
        run.stateProperty().subscribe(this::follow);
    }

    private void follow(RunState before, RunState now) {
        if (now == RunState.PREPARING) {
            begun = clock.instant();
        } else if (before.isLive() && !now.isLive()) {
            ended(now, Duration.between(begun, clock.instant()));
        }
    }

    private void ended(RunState state, Duration took) {
        boolean isLong = took.toSeconds() >= settings.noticeSecondsProperty().get();
        if (settings.noticesProperty().get() && isLong && !desktop.isInFront()) {
            desktop.notify(run.titleProperty().get(), texts.of("notice.text", texts.of(state), figures.duration(took)));
        }
    }
}
