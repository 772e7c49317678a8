package dev.millrace.app.run;

import dev.millrace.engine.dataset.FileType;
import dev.millrace.engine.recipe.Mode;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.prefs.Preferences;

/// How fast a worker reads on this machine, as the latest runs showed: one figure for each mode and type of shards.
public final class MeasuredRates {

    /// Bytes per second of a worker where nothing has been measured.
    public static final double ASSUMED = 100e6;

    private static final long LEAST_BYTES = 20_000_000; // what is read in less time than it takes to begin says nothing

    private final Preferences preferences;
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();

    public MeasuredRates(Preferences preferences) {
        this.preferences = preferences;
    }

    /// Bytes per second of one worker; empty while nothing has been measured.
    public OptionalDouble ofWorker(Mode mode, FileType type) {
        double rate = preferences.getDouble(key(mode, type), 0);
        return rate > 0 ? OptionalDouble.of(rate) : OptionalDouble.empty();
    }

    /// Another number whenever something was measured.
    public ReadOnlyIntegerProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /// Takes in a run, unless it is too short to tell.
    ///
    /// @param bytes that all passes read
    void add(Mode mode, FileType type, long bytes, Duration time, int workers) {
        if (bytes >= LEAST_BYTES && time.isPositive()) {
            double seconds = time.toNanos() / 1e9;
            preferences.putDouble(key(mode, type), bytes / seconds / Math.max(1, workers));
            revision.set(revision.get() + 1);
        }
    }

    private static String key(Mode mode, FileType type) {
        return "rate." + mode + type.ending();
    }
}
