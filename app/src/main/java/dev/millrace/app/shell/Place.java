package dev.millrace.app.shell;

import java.util.Arrays;
import java.util.Optional;

/// The places of the window, in the order of the work.
public enum Place {
    HOME(1),
    DATA(2),
    RECIPE(3),
    RUN(4),
    RESULTS(5),
    BENCHMARK(6);

    private final int digit;

    Place(int digit) {
        this.digit = digit;
    }

    /// What goes there together with Ctrl.
    public int digit() {
        return digit;
    }

    static Optional<Place> at(int digit) {
        return Arrays.stream(values()).filter(place -> place.digit == digit).findFirst();
    }
}
