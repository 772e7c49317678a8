package dev.millrace.engine.dataset;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A part of a dataset by its use. Output folders are named by these words only, never by data.
public enum Split {
    TRAIN,
    VAL,
    TEST,
    OOT,
    VALIDATION,
    TESTING,
    CALIBRATION;

    /// The name of its folder: `train`, `val`, …
    public String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Split> named(String folder) {
        return Arrays.stream(values()).filter(split -> split.folder().equals(folder)).findFirst();
    }

    /// The splits of a training job, in the order in which they are worked on and reported.
    public static List<Split> ofTraining() {
        return List.of(TRAIN, VAL, TEST, OOT);
    }
}
