package dev.millrace.engine.strategy.impute;

import dev.millrace.engine.dataset.ShardKey;
import dev.millrace.engine.stats.SummaryInput;
import dev.millrace.engine.stats.SummaryOutput;
import dev.millrace.engine.stats.TextCounts;
import dev.millrace.engine.strategy.FitRound;
import dev.millrace.engine.strategy.Subject;
import dev.millrace.engine.strategy.impute.RefineSummary.Finding;
import dev.millrace.engine.strategy.impute.Verdicts.Pending;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// A further scan, for the columns only that the scans before were not enough for.
final class RefineRound implements FitRound<RefineSummary> {

    private final Subject subject;
    private final Limits limits;
    private final List<Pending> pending;
    private final List<FilledColumn> filled;
    private final List<String> warnings;

    /// @param filled what is decided already
    RefineRound(
            Subject subject, Limits limits, List<Pending> pending, List<FilledColumn> filled, List<String> warnings) {
        this.subject = subject;
        this.limits = limits;
        this.pending = List.copyOf(pending);
        this.filled = List.copyOf(filled);
        this.warnings = List.copyOf(warnings);
    }

    @Override
    public Set<String> looksAt(Set<String> planned) {
        return pending.stream().map(column -> column.facts().column()).collect(Collectors.toSet());
    }

    @Override
    public Fit<RefineSummary> start(ShardKey shard) {
        return new RefineFit(pending.stream().map(column -> scan(column)).toList());
    }

    private ColumnScan scan(Pending column) {
        int position = column.facts().candidate().position();
        @Nullable Measure measure = column.measure();
        return measure == null
                ? new ColumnScan.OfTexts(position, subject, limits)
                : new ColumnScan.OfNumbers(position, subject, measure.collector());
    }

    @Override
    public RefineSummary merge(RefineSummary left, RefineSummary right) {
        List<Finding> columns = new ArrayList<>();
        for (int i = 0; i < pending.size(); i++) {
            columns.add(merge(left.columns().get(i), right.columns().get(i)));
        }
        return new RefineSummary(columns);
    }

    private Finding merge(Finding left, Finding right) {
        if (left instanceof Finding.Numbers(Measured a) && right instanceof Finding.Numbers(Measured b)) {
            return new Finding.Numbers(a.plus(b));
        }
        if (left instanceof Finding.Texts(TextCounts a) && right instanceof Finding.Texts(TextCounts b)) {
            return ColumnScan.OfTexts.limited(a.plus(b), limits);
        }
        return new Finding.TooManyTexts();
    }

    @Override
    public void write(RefineSummary summary, SummaryOutput out) throws IOException {
        for (Finding finding : summary.columns()) {
            finding.write(out);
        }
    }

    @Override
    public RefineSummary read(SummaryInput in) throws IOException {
        List<Finding> columns = new ArrayList<>();
        for (Pending column : pending) {
            @Nullable Measure measure = column.measure();
            columns.add(measure == null ? Finding.readTexts(in) : new Finding.Numbers(measure.read(in)));
        }
        return new RefineSummary(columns);
    }

    @Override
    public Outcome finish(RefineSummary summary) {
        Verdicts verdicts = new Verdicts(subject, limits, filled, warnings);
        for (int i = 0; i < pending.size(); i++) {
            Pending column = pending.get(i);
            switch (summary.columns().get(i)) {
                case Finding.Texts(TextCounts texts) -> verdicts.counted(column.facts(), texts);
                case Finding.TooManyTexts() -> verdicts.uncounted(column.facts());
                case Finding.Numbers(Measured measured) ->
                        verdicts.measured(column.facts(), Objects.requireNonNull(column.measure()), measured);
            }
        }
        return verdicts.outcome();
    }
}
