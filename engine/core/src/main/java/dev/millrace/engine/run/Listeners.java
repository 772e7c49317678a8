package dev.millrace.engine.run;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/// Tells events to all listeners, one event at a time.
final class Listeners {

    private static final Logger LOGGER = System.getLogger(Listeners.class.getName());

    private final List<RunListener> listeners;

    Listeners(List<RunListener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    synchronized void tell(RunEvent event) {
        for (RunListener listener : listeners) {
            try {
                listener.on(event);
            } catch (RuntimeException | Error fault) {
                LOGGER.log(Level.ERROR, "a listener failed on " + event.getClass().getSimpleName(), fault);
            }
        }
    }
}
