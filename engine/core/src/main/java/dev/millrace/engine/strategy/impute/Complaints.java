package dev.millrace.engine.strategy.impute;

import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.problem.RecipeException;
import dev.millrace.engine.problem.ResourceException;
import dev.millrace.engine.strategy.impute.Verdicts.Facts;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What is wrong with columns: collected, so that all of it is told at once.
final class Complaints {

    private final Limits limits;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> tooMany = new ArrayList<>();

    Complaints(Limits limits) {
        this.limits = limits;
    }

    /// @throws RecipeException with all strategies that do not work for their columns
    /// @throws ResourceException if a mode cannot be found in bounded memory
    void throwAny() {
        if (!problems.isEmpty()) {
            throw new RecipeException(problems);
        }
        if (!tooMany.isEmpty()) {
            throw new ResourceException(tooMany.getFirst());
        }
    }

    void unsuitedToNumbers(Facts facts) {
        unsuited(
                facts, ColumnType.NUMERICAL, "a numerical column", "all its " + facts.values() + " values are numbers");
    }

    /// @param distinct how many distinct texts it has
    void unsuitedToTexts(Facts facts, ColumnType type, int distinct) {
        String evidence = "it has " + distinct + " distinct texts in " + facts.values() + " values";
        unsuited(facts, type, "a " + type.word() + " column", notNumerical(facts, evidence));
    }

    /// Of a column that may be categorical or text.
    void notNumerical(Facts facts) {
        unsuited(
                facts,
                ColumnType.CATEGORICAL,
                "a column that is not numerical",
                notNumerical(facts, "not all its values are numbers"));
    }

    private static String notNumerical(Facts facts, String otherwise) {
        return facts.example() == null ? otherwise : facts.example() + " is no number";
    }

    private void unsuited(Facts facts, ColumnType type, String kind, String evidence) {
        String strategy = facts.candidate().filling(type).chosen().word();
        problems.add(
                new Problem(
                        place(facts),
                        "the strategy '" + strategy + "' does not suit " + kind + ": " + evidence,
                        "Choose one of " + type.suitableWords() + ", or exclude the column"));
    }

    void meanNotFinite(Facts facts) {
        problems.add(
                new Problem(
                        place(facts),
                        "its mean is not finite, because it holds the value inf",
                        "Choose the median for this column"));
    }

    void noMedian(Facts facts) {
        problems.add(
                new Problem(
                        place(facts),
                        "it has no median, because its two middle values are -inf and inf",
                        "Choose the mode or a constant for this column"));
    }

    void constantNoNumber(Facts facts, String constant) {
        problems.add(
                new Problem(
                        place(facts),
                        "the constant '" + constant + "' is no number, but all its " + facts.values() + " values are",
                        "Give a number, or exclude the column"));
    }

    void tooManyTexts(Facts facts) {
        tooMany(facts, "texts", "a constant, empty");
    }

    void tooManyNumbers(Facts facts) {
        tooMany(facts, "numbers", "the mean, the median, a constant");
    }

    private void tooMany(Facts facts, String what, String others) {
        tooMany.add(
                new Problem(
                        place(facts),
                        "it has too many distinct "
                                + what
                                + " to find the most frequent one; the limit is "
                                + limits.mostTexts()
                                + " of together "
                                + (limits.mostTextBytes() >> 20)
                                + " MiB",
                        "Choose " + others + " for this column, or exclude it"));
    }

    /// Unlike the others an error at once: there is nothing to go on with.
    static DataException undecodable(Facts facts, byte[] text, CharacterCodingException cause) {
        return new DataException(
                new Problem(
                        place(facts),
                        "its most frequent value is not UTF-8: " + new String(text, StandardCharsets.UTF_8),
                        "Save the files as UTF-8"),
                cause);
    }

    private static Place place(Facts facts) {
        return Place.of("strategy " + MissingValueImputation.ID).inColumn(facts.column());
    }
}
