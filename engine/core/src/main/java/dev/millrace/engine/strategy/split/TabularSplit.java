package dev.millrace.engine.strategy.split;

import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.strategy.Artifact;
import dev.millrace.engine.strategy.ArtifactSource;
import dev.millrace.engine.strategy.FitRound;
import dev.millrace.engine.strategy.Footprint;
import dev.millrace.engine.strategy.SettingPlaces;
import dev.millrace.engine.strategy.Strategy;
import dev.millrace.engine.strategy.Subject;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Makes labels whole numbers and splits a flat dataset at random into train, val and test.
///
/// Of n rows floor(n · trainRatio) are train; of the others, ceil(others · testValRatio) are val and the rest is test.
/// The counts are exact, over all shards together, and stratified by the label unless told otherwise. In jobs other
/// than training only labels are numbered.
public final class TabularSplit implements Strategy {

    public static final String ID = "tabular-split";

    private final TabularSplitSettings settings;

    public TabularSplit(TabularSplitSettings settings) {
        this.settings = settings;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Problem> check(Subject subject, SettingPlaces places) {
        List<Problem> problems = new ArrayList<>();
        if (subject.training() && !subject.splits().equals(Set.of(Split.TRAIN))) {
            String splits = subject.splits().stream().sorted().map(Split::folder).collect(Collectors.joining(", "));
            problems.add(
                    new Problem(
                            places.of(""),
                            "the rows are already split into " + splits,
                            "Keep one splitting strategy, and none for a dataset with a folder per split"));
        }
        if (settings.trainRatio() == 0) {
            problems.add(
                    new Problem(
                            places.of("trainRatio"),
                            "with a ratio of 0 no row is train",
                            "Write a ratio above 0, such as 0.7"));
        }
        return problems;
    }

    @Override
    public Footprint footprint(Subject subject) {
        Set<String> label = subject.label() == null ? Set.of() : Set.of(subject.label());
        boolean training = subject.training();
        return new Footprint(
                training ? label : Set.of(),
                training ? Set.of(Split.TRAIN) : Set.of(),
                label,
                label,
                training ? Set.of(Split.TRAIN, Split.VAL, Split.TEST) : Set.of(),
                training || !label.isEmpty(),
                false,
                false);
    }

    @Override
    public FitRound<LabelCounts> fit(Subject subject) {
        return new SplitFitRound(settings, subject);
    }

    @Override
    public Artifact load(ArtifactSource source, Subject subject) {
        LabelNumbers labels = null;
        if (subject.label() != null) {
            labels =
                    source.has(LabelFile.NAME)
                            ? LabelFile.parse(source.read(LabelFile.NAME))
                            : new LabelNumbers.Whole();
        }
        return new SplitArtifact(labels, null, false, subject, List.of());
    }
}
