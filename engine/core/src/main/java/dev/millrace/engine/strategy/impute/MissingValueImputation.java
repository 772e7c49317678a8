package dev.millrace.engine.strategy.impute;

import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.strategy.Artifact;
import dev.millrace.engine.strategy.ArtifactSource;
import dev.millrace.engine.strategy.FitRound;
import dev.millrace.engine.strategy.Footprint;
import dev.millrace.engine.strategy.SettingPlaces;
import dev.millrace.engine.strategy.Strategy;
import dev.millrace.engine.strategy.Subject;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Fills the missing cells of every column that has some in train with one value: the mean, the exact median or the
/// mode of its values in train, a constant, or nothing at all. The value serves all splits.
public final class MissingValueImputation implements Strategy {

    public static final String ID = "missing-value-imputation";

    private final ImputationSettings settings;
    private final Limits limits;

    public MissingValueImputation(ImputationSettings settings) {
        this(settings, Limits.DEFAULT);
    }

    MissingValueImputation(ImputationSettings settings, Limits limits) {
        this.settings = settings;
        this.limits = limits;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Problem> check(Subject subject, SettingPlaces places) {
        return SettingsCheck.problems(settings, subject, places);
    }

    /// All columns that may have missing cells: which of them do is known only after the fit.
    @Override
    public Footprint footprint(Subject subject) {
        Set<String> columns = new LinkedHashSet<>();
        Candidate.of(subject, settings).forEach(candidate -> columns.add(candidate.column()));
        return new Footprint(columns, Set.of(Split.TRAIN), columns, columns, Set.of(), false, true, false);
    }

    @Override
    public FitRound<ProfileSummary> fit(Subject subject) {
        return new ProfileRound(subject, Candidate.of(subject, settings), limits);
    }

    @Override
    public Artifact load(ArtifactSource source, Subject subject) {
        return ImputationFiles.parse(source.document(ImputationFiles.NAME), subject, Candidate.of(subject, settings));
    }
}
