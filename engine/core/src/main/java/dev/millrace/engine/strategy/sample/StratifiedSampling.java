package dev.millrace.engine.strategy.sample;

import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.problem.NearestName;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.strategy.Artifact;
import dev.millrace.engine.strategy.ArtifactSource;
import dev.millrace.engine.strategy.FitRound;
import dev.millrace.engine.strategy.Footprint;
import dev.millrace.engine.strategy.SettingPlaces;
import dev.millrace.engine.strategy.Strategy;
import dev.millrace.engine.strategy.Subject;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Draws an exact number of rows of every stratum of a column, split by split.
///
/// A stratum is a distinct text of the column, as it is written. Rows without one are left out. In jobs other than
/// training every row stays.
public final class StratifiedSampling implements Strategy {

    public static final String ID = "stratified-sampling";

    private final StratifiedSamplingSettings settings;

    public StratifiedSampling(StratifiedSamplingSettings settings) {
        this.settings = withoutIdleVariance(settings);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Problem> check(Subject subject, SettingPlaces places) {
        List<Problem> problems = new ArrayList<>();
        if (subject.training()) {
            checkColumn("strataColumn", settings.strataColumn(), subject, places, problems);
            if (settings.varianceColumn() != null) {
                checkColumn("varianceColumn", settings.varianceColumn(), subject, places, problems);
            }
            checkSplits(subject, places, problems);
        }
        if (settings.allocation() == AllocationRule.EXTERNAL_PROPORTIONAL) {
            for (String mistake : ReferenceCounts.mistakes(settings.referenceCounts())) {
                problems.add(
                        new Problem(
                                places.of(settings.referenceCounts() == null ? "allocation" : "referenceCounts"),
                                mistake,
                                "Write { \"stratum\": count, … }, or the path of a JSON file with that"));
            }
            if (settings.exactTarget()) {
                problems.add(
                        new Problem(
                                places.of("exactTarget"),
                                "the sizes of external_proportional follow referenceCounts, not targetSize",
                                "Remove exactTarget, or choose another allocation"));
            }
        }
        return problems;
    }

    private static void checkColumn(
            String setting, String column, Subject subject, SettingPlaces places, List<Problem> problems) {
        subject.absent(column, places.of(setting)).ifPresent(problems::add);
    }

    private void checkSplits(Subject subject, SettingPlaces places, List<Problem> problems) {
        List<String> known = Split.ofTraining().stream().map(Split::folder).toList();
        for (int i = 0; i < settings.splits().size(); i++) {
            String split = settings.splits().get(i);
            if (!known.contains(split)) {
                problems.add(
                        new Problem(
                                places.of("splits/" + i),
                                "there is no split '" + split + "'",
                                NearestName.remedy(split, known)));
            }
        }
        if (splits(subject).isEmpty()) {
            String found = subject.splits().stream().sorted().map(Split::folder).collect(Collectors.joining(", "));
            problems.add(
                    new Problem(
                            places.of("splits"),
                            "none of the splits " + String.join(", ", settings.splits()) + " is there, only " + found,
                            "Name a split that is there, or put the sampling after the split"));
        }
    }

    @Override
    public Footprint footprint(Subject subject) {
        if (!subject.training()) {
            return new Footprint(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), false, false, false);
        }
        Set<String> fitColumns = new LinkedHashSet<>(Set.of(settings.strataColumn()));
        Optional.ofNullable(settings.varianceColumn()).ifPresent(fitColumns::add);
        Set<String> looksAt = Set.of(settings.strataColumn());
        return new Footprint(fitColumns, splits(subject), looksAt, Set.of(), Set.of(), true, false, false);
    }

    @Override
    public FitRound<SampleCounts> fit(Subject subject) {
        Map<String, BigDecimal> references =
                settings.allocation() == AllocationRule.EXTERNAL_PROPORTIONAL
                        ? ReferenceCounts.of(settings.referenceCounts())
                        : Map.of();
        return new SampleFitRound(settings, subject, splits(subject), references);
    }

    @Override
    public Artifact load(ArtifactSource source, Subject subject) {
        return new NoSampling();
    }

    /// The splits that are sampled: those of the recipe that are there.
    private Set<Split> splits(Subject subject) {
        Set<Split> splits = EnumSet.noneOf(Split.class);
        settings.splits().forEach(name -> Split.named(name).filter(subject.splits()::contains).ifPresent(splits::add));
        return splits;
    }

    /// Only an optimal allocation looks at the variance column.
    private static StratifiedSamplingSettings withoutIdleVariance(StratifiedSamplingSettings all) {
        return all.allocation() == AllocationRule.OPTIMAL
                ? all
                : new StratifiedSamplingSettings(
                        all.strataColumn(),
                        all.targetSize(),
                        all.allocation(),
                        all.minPerStratum(),
                        null,
                        all.referenceCounts(),
                        all.multiplier(),
                        all.replacement(),
                        all.exactTarget(),
                        all.splits());
    }
}
