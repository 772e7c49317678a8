package dev.millrace.engine.strategy.impute;

import dev.millrace.engine.problem.EngineException;
import dev.millrace.engine.stats.ExactSum;
import dev.millrace.engine.stats.NumberCounts;
import dev.millrace.engine.stats.Numbers;
import dev.millrace.engine.stats.TextCounts;
import dev.millrace.engine.strategy.FitRound.Outcome;
import dev.millrace.engine.strategy.Subject;
import dev.millrace.engine.strategy.impute.FilledColumn.Origin;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Decides, column by column, what fills it, or what must still be found out for that. Collects all problems before it
/// throws them.
final class Verdicts {

    private final Subject subject;
    private final Limits limits;
    private final List<FilledColumn> filled;
    private final List<String> warnings;
    private final Complaints complaints;
    private final List<Pending> pending = new ArrayList<>();

    /// What is known of a column with certainty.
    ///
    /// @param rows rows of train
    /// @param missing missing cells in them
    record Facts(Candidate candidate, long rows, long missing, @Nullable Example example) {

        /// Cells that are not missing.
        long values() {
            return rows - missing;
        }

        String column() {
            return candidate.column();
        }
    }

    /// A column that needs another scan.
    ///
    /// @param measure of its numbers; null if its distinct texts are needed
    record Pending(Facts facts, @Nullable Measure measure) {}

    /// @param filled what earlier rounds decided
    /// @param warnings theirs
    Verdicts(Subject subject, Limits limits, List<FilledColumn> filled, List<String> warnings) {
        this.subject = subject;
        this.limits = limits;
        this.filled = new ArrayList<>(filled);
        this.warnings = new ArrayList<>(warnings);
        this.complaints = new Complaints(limits);
    }

    /// Decides by the first scan.
    void profiled(Facts facts, Values values) {
        if (facts.missing() == 0) {
            if (facts.candidate().own() != null) {
                warnings.add(
                        "the column '"
                                + facts.column()
                                + "' has no missing value in train, so it is left as it is in every split");
            }
            return;
        }
        if (facts.values() == 0) {
            warnings.add("the column '" + facts.column() + "' has no value in train, so it is not filled");
            return;
        }
        switch (values) {
            case Values.Texts(TextCounts texts) -> counted(facts, texts);
            case Values.Numbers(Measured numbers) ->
                    measured(facts, ColumnProfiler.measure(facts.candidate(), limits), numbers);
            case Values.Watched() -> watched(facts);
            case Values.Others() -> others(facts);
        }
    }

    private void watched(Facts facts) {
        Measure measure = ColumnProfiler.measure(facts.candidate(), limits);
        if (measure instanceof Measure.Nothing) {
            measured(facts, measure, new Measured.Nothing());
        } else {
            pending.add(new Pending(facts, measure));
        }
    }

    private void others(Facts facts) {
        if (facts.candidate().mustBeNumerical()) {
            complaints.notNumerical(facts);
        } else {
            pending.add(new Pending(facts, null));
        }
    }

    /// Decides by the counts of all distinct texts.
    void counted(Facts facts, TextCounts texts) {
        ColumnType type = ColumnType.of(texts, facts.values());
        Filling filling = facts.candidate().filling(type);
        if (type == ColumnType.NUMERICAL) {
            int limit = Math.max(texts.size(), NumberCounts.LEAST_LIMIT);
            Measure measure = Measure.of(filling.chosen(), limit);
            Measure.Collector collector = measure.collector();
            for (int i = 0; i < texts.size(); i++) {
                collector.add(texts.number(i), texts.count(i));
            }
            measured(facts, measure, collector.measured());
        } else if (!type.suits(filling.chosen())) {
            complaints.unsuitedToTexts(facts, type, texts.size());
        } else if (filling.chosen() == FillStrategy.MODE) {
            fill(facts, type, filling, new FillValue.Text(decoded(facts, texts.text(texts.mostFrequent()))));
        } else {
            fillText(facts, type, filling);
        }
    }

    /// Decides for a column with more distinct texts than can be counted; it is a text column.
    void uncounted(Facts facts) {
        Filling filling = facts.candidate().filling(ColumnType.TEXT);
        if (filling.chosen() == FillStrategy.MODE) {
            complaints.tooManyTexts(facts);
        } else {
            fillText(facts, ColumnType.TEXT, filling);
        }
    }

    /// Fills with a text that does not depend on the data.
    private void fillText(Facts facts, ColumnType type, Filling filling) {
        String text = filling.chosen() == FillStrategy.EMPTY ? "" : filling.constantText();
        fill(facts, type, filling, new FillValue.Text(text));
    }

    /// Decides for a numerical column by what was measured.
    void measured(Facts facts, Measure measure, Measured measured) {
        Filling filling = facts.candidate().filling(ColumnType.NUMERICAL);
        switch (filling.chosen()) {
            case MEAN -> mean(facts, filling, (Measured.Sum) measured);
            case MEDIAN -> median(facts, filling, (Measure.Counts) measure, ((Measured.Counts) measured).counts());
            case MODE -> mode(facts, filling, (Measure.Counts) measure, ((Measured.Counts) measured).counts());
            case CONSTANT -> constant(facts, filling);
            case EMPTY -> complaints.unsuitedToNumbers(facts);
        }
    }

    private void mean(Facts facts, Filling filling, Measured.Sum sum) {
        if (sum.infinite()) {
            complaints.meanNotFinite(facts);
        } else {
            fillNumber(facts, filling, ExactSum.mean(sum.units(), facts.values()));
        }
    }

    private void median(Facts facts, Filling filling, Measure.Counts measure, NumberCounts counts) {
        long lower = (facts.values() - 1) / 2 - measure.range().below();
        long upper = facts.values() / 2 - measure.range().below();
        if (!counts.isExact()) {
            NumberCounts.Range inner = counts.rangeOf(lower, upper);
            NumberCounts.Range range =
                    new NumberCounts.Range(inner.least(), inner.greatest(), measure.range().below() + inner.below());
            pending.add(new Pending(facts, new Measure.Counts(range, limits.numbers())));
            return;
        }
        double median = middle(counts.numberAt(lower), counts.numberAt(upper));
        if (Double.isNaN(median)) {
            complaints.noMedian(facts);
        } else {
            fillNumber(facts, filling, median);
        }
    }

    /// The mean of two numbers, rounded once.
    private static double middle(double lower, double upper) {
        double sum = lower + upper;
        return Double.isInfinite(sum) ? 0.5 * lower + 0.5 * upper : 0.5 * sum;
    }

    private void mode(Facts facts, Filling filling, Measure.Counts measure, NumberCounts counts) {
        if (counts.isExact()) {
            fillNumber(facts, filling, counts.mostFrequent());
        } else if (measure.limit() < limits.mostTexts()) {
            pending.add(new Pending(facts, new Measure.Counts(NumberCounts.Range.ALL, limits.mostTexts())));
        } else {
            complaints.tooManyNumbers(facts);
        }
    }

    private void constant(Facts facts, Filling filling) {
        double number = Numbers.parse(filling.constantText());
        if (Double.isNaN(number)) {
            complaints.constantNoNumber(facts, filling.constantText());
        } else {
            fillNumber(facts, filling, number);
        }
    }

    private void fillNumber(Facts facts, Filling filling, double number) {
        FillValue value = new FillValue.Numeric(number + 0.0); // −0 and 0 are one value
        if (subject.missing().contains(value.text())) {
            warnings.add(
                    "the column '"
                            + facts.column()
                            + "' is filled with "
                            + value.text()
                            + ", which itself counts as missing (dataset.missing)");
        }
        fill(facts, ColumnType.NUMERICAL, filling, value);
    }

    private void fill(Facts facts, ColumnType type, Filling filling, FillValue value) {
        filled.add(
                new FilledColumn(
                        facts.column(),
                        facts.candidate().position(),
                        value,
                        new Origin(type, filling.chosen(), facts.missing(), facts.rows())));
    }

    private static String decoded(Facts facts, byte[] text) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString();
        } catch (CharacterCodingException undecodable) {
            throw Complaints.undecodable(facts, text, undecodable);
        }
    }

    /// What follows from all verdicts.
    ///
    /// @throws EngineException if a column cannot be filled as the recipe says
    Outcome outcome() {
        complaints.throwAny();
        if (!pending.isEmpty()) {
            return new Outcome.Refine(new RefineRound(subject, limits, pending, filled, warnings));
        }
        List<FilledColumn> inOrder = filled.stream().sorted(Comparator.comparingInt(FilledColumn::position)).toList();
        return new Outcome.Fitted(new ImputationArtifact(inOrder, subject, warnings));
    }
}
