package dev.millrace.app;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// Listens to what JavaFX says about stylesheets, such as of a colour that is not known where it is asked for: it draws
/// on without it, and nobody sees what is wrong. Told by its logger, which is the only way to hear of it.
final class StyleWarnings implements AutoCloseable {

    private final Logger logger = Logger.getLogger("javafx.css");
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final Handler ear = new Ear();

    StyleWarnings() {
        logger.addHandler(ear);
    }

    /// All that was said so far.
    List<String> told() {
        return List.copyOf(told);
    }

    @Override
    public void close() {
        logger.removeHandler(ear);
    }

    private final class Ear extends Handler {

        @Override
        public void publish(LogRecord warning) {
            told.add(warning.getLevel() + ": " + warning.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
