package dev.millrace.engine.strategy.risk;

import dev.millrace.engine.dataset.ShardKey;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.stats.Numbers;
import dev.millrace.engine.stats.SummaryInput;
import dev.millrace.engine.stats.SummaryOutput;
import dev.millrace.engine.strategy.FitRound;
import dev.millrace.engine.strategy.Holding;
import dev.millrace.engine.strategy.Subject;
import dev.millrace.engine.strategy.risk.RiskSummary.Counts;
import dev.millrace.engine.strategy.risk.RiskSummary.FieldCounts;
import dev.millrace.engine.strategy.risk.RiskTable.Bin;
import dev.millrace.engine.strategy.risk.RiskTable.Mode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Counts valid rows and positives of every category, then smooths.
final class RiskFitRound implements FitRound<RiskSummary> {

    private final RiskTableSettings settings;
    private final Subject subject;
    private final String label;

    RiskFitRound(RiskTableSettings settings, Subject subject, String label) {
        this.settings = settings;
        this.subject = subject;
        this.label = label;
    }

    @Override
    public Fit<RiskSummary> start(ShardKey shard) {
        return new RiskFit(settings, subject, new LabelClasses(subject, label, settings.positiveLabel()));
    }

    @Override
    public RiskSummary merge(RiskSummary left, RiskSummary right) {
        return left.plus(right, settings.maxUniqueThreshold());
    }

    @Override
    public List<Holding> holdings(RiskSummary summary) {
        List<Holding> holdings = new ArrayList<>();
        for (int i = 0; i < settings.fields().size(); i++) {
            FieldCounts counts = summary.fields().get(i);
            holdings.add(new Holding(settings.fields().get(i), counts.categories().size(), counts.footprint()));
        }
        return holdings;
    }

    @Override
    public void write(RiskSummary summary, SummaryOutput out) throws IOException {
        summary.write(out);
    }

    @Override
    public RiskSummary read(SummaryInput in) throws IOException {
        RiskSummary summary = RiskSummary.read(in);
        if (summary.fields().size() != settings.fields().size()) {
            throw in.damaged("counts of " + summary.fields().size() + " fields");
        }
        return summary;
    }

    @Override
    public RiskSummary filled(RiskSummary summary, Map<String, String> values) {
        List<FieldCounts> fields = new ArrayList<>();
        for (int i = 0; i < settings.fields().size(); i++) {
            String value = values.get(settings.fields().get(i));
            FieldCounts counts = summary.fields().get(i);
            fields.add(value == null ? counts : counts.filled(value, settings.maxUniqueThreshold()));
        }
        return new RiskSummary(summary.validRows(), summary.positives(), summary.labels(), fields);
    }

    @Override
    public Outcome finish(RiskSummary summary) {
        if (summary.validRows() == 0) {
            throw new DataException(
                    new Problem(
                            Place.of(subject.source()).inColumn(label),
                            "no row to fit on has a label; all are missing or -1",
                            "Name the right label column in dataset.label, or give the data labels"));
        }
        List<String> warnings = new ArrayList<>();
        if (summary.positives() == 0) {
            warnings.add(
                    "no row has the positive label '"
                            + settings.positiveLabel()
                            + "', so every risk is 0; labels found: "
                            + String.join(", ", summary.labels()));
        }
        List<RiskTable> tables = new ArrayList<>();
        for (int i = 0; i < settings.fields().size(); i++) {
            String field = settings.fields().get(i);
            FieldCounts counts = summary.fields().get(i);
            if (counts.tooManyValues()) {
                warnings.add(
                        "field '"
                                + field
                                + "' has "
                                + settings.maxUniqueThreshold()
                                + " or more distinct values and is left untouched (maxUniqueThreshold)");
            } else {
                tables.add(table(field, counts, summary));
            }
        }
        return new Outcome.Fitted(new RiskArtifact(tables, subject, warnings));
    }

    private RiskTable table(String field, FieldCounts counts, RiskSummary summary) {
        double defaultRisk = (double) summary.positives() / summary.validRows();
        double smoothing = Math.floor(summary.validRows() * settings.smoothFactor());
        List<Bin> bins = new ArrayList<>();
        if (counts.numerical()) {
            byNumber(counts)
                    .forEach((number, count) -> {
                        if (count.validRows() > 0) {
                            bins.add(new Bin(Numbers.text(number), risk(count, defaultRisk, smoothing)));
                        }
                    });
        } else {
            counts.categories()
                    .forEach((category, count) -> {
                        if (count.validRows() > 0) {
                            bins.add(new Bin(category, risk(count, defaultRisk, smoothing)));
                        }
                    });
        }
        return new RiskTable(field, counts.numerical() ? Mode.NUMERIC : Mode.CATEGORICAL, defaultRisk, bins);
    }

    private double risk(Counts counts, double defaultRisk, double smoothing) {
        double rows = counts.validRows();
        if (rows < settings.countThreshold() || rows + smoothing == 0) {
            return defaultRisk;
        }
        double share = counts.positives() / rows;
        return (rows * share + smoothing * defaultRisk) / (rows + smoothing);
    }

    private static SortedMap<Double, Counts> byNumber(FieldCounts counts) {
        SortedMap<Double, Counts> sums = new TreeMap<>();
        counts.categories()
                .forEach((text, count) -> {
                    sums.merge(Numbers.parse(text) + 0.0, count, Counts::plus);
                });
        return sums;
    }
}
