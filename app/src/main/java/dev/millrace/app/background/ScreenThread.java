package dev.millrace.app.background;

import javafx.application.Platform;

import java.util.concurrent.Executor;

/// The JavaFX application thread as an executor: the only door to it from other threads.
public final class ScreenThread implements Executor {

    @Override
    public void execute(Runnable task) {
        Platform.runLater(task);
    }
}
