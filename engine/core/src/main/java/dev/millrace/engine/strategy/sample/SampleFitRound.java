package dev.millrace.engine.strategy.sample;

import dev.millrace.engine.dataset.ShardKey;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.stats.SummaryInput;
import dev.millrace.engine.stats.SummaryOutput;
import dev.millrace.engine.strategy.FitRound;
import dev.millrace.engine.strategy.Holding;
import dev.millrace.engine.strategy.Subject;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Counts strata by shard and split, allocates, and draws how many rows each shard gives.
final class SampleFitRound implements FitRound<SampleCounts> {

    private final StratifiedSamplingSettings settings;
    private final Subject subject;
    private final Set<Split> splits;
    private final Map<String, BigDecimal> references;

    /// @param settings with a variance column only if it is used
    SampleFitRound(
            StratifiedSamplingSettings settings,
            Subject subject,
            Set<Split> splits,
            Map<String, BigDecimal> references) {
        this.settings = settings;
        this.subject = subject;
        this.splits = splits;
        this.references = references;
    }

    @Override
    public Fit<SampleCounts> start(ShardKey shard) {
        return new SampleFit(shard, settings.strataColumn(), settings.varianceColumn(), subject);
    }

    @Override
    public SampleCounts merge(SampleCounts left, SampleCounts right) {
        return left.plus(right);
    }

    @Override
    public List<Holding> holdings(SampleCounts counts) {
        return List.of(new Holding(settings.strataColumn(), counts.strata(), counts.footprint()));
    }

    @Override
    public void write(SampleCounts counts, SummaryOutput out) throws IOException {
        counts.write(out);
    }

    @Override
    public SampleCounts read(SummaryInput in) throws IOException {
        return SampleCounts.read(in);
    }

    @Override
    public Outcome finish(SampleCounts counts) {
        List<SplitPlan> plans = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        Set<String> unknown = new TreeSet<>(references.keySet());
        for (Split split : new TreeSet<>(splits)) {
            SplitPlan plan = SplitPlan.of(split, counts, settings, references);
            if (plan.strata().size() > StrataFit.MOST_STRATA) {
                throw StrataFit.tooManyStrata(Place.of(subject.source()), settings.strataColumn());
            }
            plan.strata().forEach(stratum -> unknown.remove(stratum.name()));
            warnings.addAll(plan.warnings(settings.strataColumn()));
            plans.add(plan);
        }
        if (!unknown.isEmpty()) {
            warnings.add(
                    "referenceCounts names what is no value of '"
                            + settings.strataColumn()
                            + "': "
                            + String.join(", ", unknown));
        }
        SampleDraws draws = SampleDraws.of(plans, counts, settings, subject.seed());
        return new Outcome.Fitted(new SampleArtifact(plans, draws, settings, subject, warnings));
    }
}
