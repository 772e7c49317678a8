package dev.millrace.engine.recipe;

import dev.millrace.engine.dataset.Split;

import java.util.List;

/// What a run is for.
public enum Job {
    /// Fit on train, transform all splits.
    TRAINING(Split.TRAIN),
    /// Load artifacts, transform the split `validation`.
    VALIDATION(Split.VALIDATION),
    /// Load artifacts, transform the split `testing`.
    TESTING(Split.TESTING),
    /// Load artifacts, transform the split `calibration`.
    CALIBRATION(Split.CALIBRATION);

    private final Split flat;

    Job(Split flat) {
        this.flat = flat;
    }

    /// The split of a dataset that has no split folders.
    public Split flatSplit() {
        return flat;
    }

    /// The split folders that are looked for in a dataset.
    public List<Split> splits() {
        return this == TRAINING ? Split.ofTraining() : List.of(flat);
    }
}
