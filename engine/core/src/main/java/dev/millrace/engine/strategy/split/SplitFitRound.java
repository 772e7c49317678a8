package dev.millrace.engine.strategy.split;

import dev.millrace.engine.dataset.ShardKey;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.stats.SummaryInput;
import dev.millrace.engine.stats.SummaryOutput;
import dev.millrace.engine.strategy.FitRound;
import dev.millrace.engine.strategy.Holding;
import dev.millrace.engine.strategy.Subject;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Counts rows by shard and label, numbers the labels, and draws how many rows of each go where.
final class SplitFitRound implements FitRound<LabelCounts> {

    private final TabularSplitSettings settings;
    private final Subject subject;

    SplitFitRound(TabularSplitSettings settings, Subject subject) {
        this.settings = settings;
        this.subject = subject;
    }

    @Override
    public Fit<LabelCounts> start(ShardKey shard) {
        String label = subject.label();
        return label == null ? new RowCountFit(shard) : new LabelFit(shard, label, subject);
    }

    @Override
    public LabelCounts merge(LabelCounts left, LabelCounts right) {
        LabelCounts both = left.plus(right);
        if (both.labels().size() > LabelFit.MOST_LABELS) {
            throw LabelFit.tooManyLabels(place(subject.label()));
        }
        return both;
    }

    @Override
    public List<Holding> holdings(LabelCounts counts) {
        String label = subject.label();
        return label == null ? List.of() : List.of(new Holding(label, counts.labels().size(), counts.footprint()));
    }

    @Override
    public void write(LabelCounts counts, SummaryOutput out) throws IOException {
        counts.write(out);
    }

    @Override
    public LabelCounts read(SummaryInput in) throws IOException {
        return LabelCounts.read(in);
    }

    @Override
    public Outcome finish(LabelCounts counts) {
        String label = subject.label();
        LabelNumbers numbers = label == null ? null : LabelNumbers.of(counts.labels());
        if (numbers instanceof LabelNumbers.Whole && counts.notWhole() != null) {
            throw new DataException(counts.notWhole());
        }
        boolean byClass = settings.stratify() && numbers != null;
        Strata strata =
                settings.stratify() && numbers != null ? Strata.byClass(counts, numbers) : Strata.one(counts, numbers);
        if (strata.isEmpty()) {
            String finding = label == null ? "there is no row to split" : "there is no row with a label to split";
            String remedy = label == null ? "Give the dataset rows" : "Name the right label column in dataset.label";
            throw new DataException(new Problem(place(label), finding, remedy));
        }
        SplitSizes sizes = SplitSizes.of(strata.rows(), settings);
        List<String> warnings = new ArrayList<>();
        if (byClass) {
            warnings.addAll(EmptyParts.warnings(strata, sizes, settings));
        }
        return new Outcome.Fitted(
                new SplitArtifact(numbers, RowDraws.of(strata, sizes, subject.seed()), byClass, subject, warnings));
    }

    private Place place(@Nullable String label) {
        Place source = Place.of(subject.source());
        return label == null ? source : source.inColumn(label);
    }
}
