package dev.millrace.lab.learn;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// How well a model learned from processed data predicts. Figures of the other task are null.
///
/// @param task `regression` or `classification`
/// @param label what is predicted
/// @param features columns that it is predicted from
/// @param scoredOn what it was scored on, in words
/// @param areaError most that the area may be wrong by, as close probabilities may have been counted together
public record ModelQuality(
        String task,
        String label,
        List<String> features,
        long trainedRows,
        String scoredOn,
        long scoredRows,
        @Nullable Double rmse,
        @Nullable Double rSquared,
        @Nullable Double area,
        @Nullable Double areaError,
        @Nullable Double logLoss,
        @Nullable Double accuracy) {

    public ModelQuality {
        features = List.copyOf(features);
    }

    /// The figure that stands for all: the area under the ROC curve, or R².
    public double figure() {
        Double figure = area == null ? rSquared : area;
        return figure == null ? Double.NaN : figure;
    }

    /// What [#figure] is called.
    public String figureName() {
        return area == null ? "R²" : "AUC";
    }
}
