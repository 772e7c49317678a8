package dev.millrace.app.history;

import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.engine.results.ArtifactDifference;
import dev.millrace.engine.results.Cell;

import org.jspecify.annotations.Nullable;

/// Tells what differs between two runs.
final class ComparisonWords {

    private static final double HUNDREDTH = 100;

    private final Texts texts;
    private final Figures figures;

    ComparisonWords(Texts texts, Figures figures) {
        this.texts = texts;
        this.figures = figures;
    }

    /// Such as `1.24×`; a sign of equality if both are the same.
    String ratio(RunComparison.Figure figure) {
        if (figure.ratio() == 0) {
            return texts.of("history.none");
        }
        double rounded = Math.round(figure.ratio() * HUNDREDTH) / HUNDREDTH;
        return figure.ratio() == 1 ? texts.of("history.same") : texts.of("history.times", figures.number(rounded));
    }

    /// A setting's value; a dash where a recipe has none.
    String setting(@Nullable String json) {
        return json == null ? texts.of("history.none") : json;
    }

    /// Such as `country · US`: the table's subject, the row, and the column if there are several.
    String learned(ArtifactDifference.Change change) {
        String of = change.table().of().isEmpty() ? texts.of(change.table().kind()) : change.table().of();
        return texts.of("history.learned", of, change.row(), texts.of(change.heading().kind()));
    }

    String cell(Cell cell) {
        Double number = cell.number();
        if (cell.equals(Cell.NONE)) {
            return texts.of("history.none");
        }
        boolean counted = number != null && !number.isInfinite() && !number.isNaN();
        return counted ? figures.number(number) : cell.text();
    }

    /// Such as `+12.5 %`, relative to the first; a word for what only one of the two has.
    String shift(ArtifactDifference.Change change) {
        Double from = change.before().number();
        Double to = change.after().number();
        if (change.before().equals(Cell.NONE)) {
            return texts.of("history.added");
        }
        if (change.after().equals(Cell.NONE)) {
            return texts.of("history.removed");
        }
        return from == null || to == null || from == 0
                ? texts.of("history.other")
                : texts.of("history.shift", (to - from) / Math.abs(from));
    }
}
