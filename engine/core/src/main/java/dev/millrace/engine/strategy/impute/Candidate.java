package dev.millrace.engine.strategy.impute;

import dev.millrace.engine.strategy.Subject;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// A column that is filled if a value of it is missing in train.
///
/// @param position in the schema
/// @param defaults where its type decides
/// @param own what the recipe says of this very column; null if nothing
record Candidate(String column, int position, ImputationSettings defaults, @Nullable Filling own) {

    /// All columns but the label and those that are excluded, in schema order.
    static List<Candidate> of(Subject subject, ImputationSettings settings) {
        List<Candidate> candidates = new ArrayList<>();
        for (String column : subject.schema().columns()) {
            if (!column.equals(subject.label()) && !settings.exclude().contains(column)) {
                int position = subject.schema().position(column);
                candidates.add(new Candidate(column, position, settings, settings.columns().get(column)));
            }
        }
        return candidates;
    }

    Filling filling(ColumnType type) {
        if (own != null) {
            return own;
        }
        return switch (type) {
            case NUMERICAL -> defaults.numerical();
            case CATEGORICAL -> defaults.categorical();
            case TEXT -> defaults.text();
        };
    }

    /// Whether a value that is no number would be a mistake.
    boolean mustBeNumerical() {
        return own != null && (own.chosen() == FillStrategy.MEAN || own.chosen() == FillStrategy.MEDIAN);
    }
}
