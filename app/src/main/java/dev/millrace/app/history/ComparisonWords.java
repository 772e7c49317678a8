package dev.millrace.app.history;

import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.engine.results.ArtifactDifference;
import dev.millrace.engine.results.Cell;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.MathContext;

/// Tells what differs between two runs.
final class ComparisonWords {

    private static final double HUNDREDTH = 100;
    private static final MathContext DIGITS = new MathContext(4);

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

    /// A setting's value, a text without its quotes; a dash where a recipe has none.
    String setting(@Nullable String json) {
        if (json == null) {
            return texts.of("history.none");
        }
        boolean plain = json.length() > 2 && json.startsWith("\"") && json.endsWith("\"") && !json.contains("\\");
        return plain ? json.substring(1, json.length() - 1) : json;
    }

    /// Such as `country · US`, or `age · Value` where a row has several cells.
    String learned(ArtifactDifference.Change change) {
        String column = texts.of(change.heading().kind());
        String split = change.heading().of();
        return switch (change.table().kind()) {
            case RISKS -> texts.of("history.learned", change.table().of(), change.row());
            case LABELS, DOCUMENT -> change.row();
            case FIELDS, FILLS -> texts.of("history.learned", change.row(), column + " " + split).strip();
            case STRATA -> texts.of("history.learned.stratum", change.table().of(), change.row(), column);
        };
    }

    String cell(Cell cell) {
        Double number = cell.number();
        if (cell.equals(Cell.NONE)) {
            return texts.of("history.none");
        }
        if (number == null || number.isInfinite() || number.isNaN()) {
            return cell.text();
        }
        return figures.number(new BigDecimal(number).round(DIGITS).doubleValue());
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
