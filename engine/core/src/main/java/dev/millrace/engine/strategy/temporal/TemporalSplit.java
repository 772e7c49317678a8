package dev.millrace.engine.strategy.temporal;

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

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Splits a flat dataset by time and by groups: earlier rows are train or val by their group, later rows are out of
/// time unless their group is train. So no group is in both train and val, nor in train and out of time.
///
/// Which groups are train is decided by the order of their hashes with the seed, never by appearance. Before that, one
/// target may be made the maximum of others; in jobs other than training, only that is done.
public final class TemporalSplit implements Strategy {

    public static final String ID = "temporal-split";

    private static final long BYTES_PER_GROUP =
            128; // runs, their merging, the train set; twice if formats are in doubt
    private static final long MOST_GROUPS = 1 << 28;

    private final TemporalSplitSettings settings;

    public TemporalSplit(TemporalSplitSettings settings) {
        this.settings = settings;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Problem> check(Subject subject, SettingPlaces places) {
        List<Problem> problems = new ArrayList<>();
        if (subject.training()) {
            checkColumn("dateColumn", settings.dateColumn(), subject, places, problems);
            checkColumn("groupColumn", settings.groupColumn(), subject, places, problems);
            checkSplits(subject, places, problems);
        }
        checkValues(places, problems);
        checkTargets(subject, places, problems);
        return problems;
    }

    private static void checkColumn(
            String setting, String column, Subject subject, SettingPlaces places, List<Problem> problems) {
        subject.absent(column, places.of(setting)).ifPresent(problems::add);
    }

    private static void checkSplits(Subject subject, SettingPlaces places, List<Problem> problems) {
        if (!subject.splits().equals(Set.of(Split.TRAIN))) {
            String splits = subject.splits().stream().sorted().map(Split::folder).collect(Collectors.joining(", "));
            problems.add(
                    new Problem(
                            places.of(""),
                            "the rows are already split into " + splits,
                            "Keep one splitting strategy, and none for a dataset with a folder per split"));
        }
    }

    private void checkValues(SettingPlaces places, List<Problem> problems) {
        if (DateFormat.ISO.micros(settings.splitDate()) == DateFormat.UNREADABLE) {
            problems.add(
                    new Problem(
                            places.of("splitDate"),
                            "'" + settings.splitDate() + "' is no date",
                            "Write it as 2025-06-01 or 2025-06-01T12:00:00Z"));
        }
        if (!DateFormat.words().contains(settings.dateFormat())) {
            problems.add(
                    new Problem(
                            places.of("dateFormat"),
                            "there is no date format '" + settings.dateFormat() + "'",
                            NearestName.remedy(settings.dateFormat(), DateFormat.words())));
        }
        if (settings.trainRatio() == 0 || settings.trainRatio() == 1) {
            problems.add(
                    new Problem(
                            places.of("trainRatio"),
                            "with a ratio of 0 or 1 either train or val is empty",
                            "Write a ratio between, such as 0.9"));
        }
    }

    private void checkTargets(Subject subject, SettingPlaces places, List<Problem> problems) {
        List<String> targets = settings.targets();
        Integer index = settings.mainTaskIndex();
        if (targets == null && index == null) {
            return;
        }
        if (targets == null || index == null) {
            problems.add(
                    new Problem(
                            places.of(targets == null ? "mainTaskIndex" : "targets"),
                            "targets and mainTaskIndex belong together, but only one of them is given",
                            "Give both or neither"));
            return;
        }
        for (int i = 0; i < targets.size(); i++) {
            checkColumn("targets/" + i, targets.get(i), subject, places, problems);
        }
        if (targets.size() < 2 || new HashSet<>(targets).size() < targets.size()) {
            problems.add(
                    new Problem(
                            places.of("targets"),
                            "targets are two or more different columns, found " + String.join(", ", targets),
                            "Name the main target and those it is the maximum of, each once"));
        }
        if (index < 0 || index >= targets.size()) {
            problems.add(
                    new Problem(
                            places.of("mainTaskIndex"),
                            "there is no target " + index + "; the " + targets.size() + " targets count from 0",
                            "Write the position of the main target"));
        }
    }

    @Override
    public Footprint footprint(Subject subject) {
        Set<String> targets = settings.targets() == null ? Set.of() : Set.copyOf(settings.targets());
        String target = TargetMaximum.target(settings);
        Set<String> edits = target == null ? Set.of() : Set.of(target);
        if (!subject.training()) {
            return new Footprint(Set.of(), Set.of(), targets, edits, Set.of(), !edits.isEmpty(), false, false);
        }
        Set<String> fitColumns = new LinkedHashSet<>(List.of(settings.dateColumn(), settings.groupColumn()));
        Set<String> looksAt = new LinkedHashSet<>(fitColumns);
        looksAt.addAll(targets);
        if (!subject.strict()) {
            fitColumns.addAll(TargetMaximum.others(settings)); // rows with bad ones do not count
        }
        Set<Split> into = Set.of(Split.TRAIN, Split.VAL, settings.ootAlias().split());
        return new Footprint(fitColumns, Set.of(Split.TRAIN), looksAt, edits, into, true, false, false);
    }

    @Override
    public FitRound<TemporalCounts> fit(Subject subject) {
        long mostGroups = Math.min(MOST_GROUPS, Runtime.getRuntime().maxMemory() / BYTES_PER_GROUP);
        return new TemporalFitRound(settings, subject, mostGroups);
    }

    @Override
    public Artifact load(ArtifactSource source, Subject subject) {
        return new TemporalArtifact(settings, null, null, subject, List.of());
    }
}
