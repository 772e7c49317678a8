package dev.millrace.engine.strategy.risk;

import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.problem.NearestName;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.strategy.Artifact;
import dev.millrace.engine.strategy.ArtifactSource;
import dev.millrace.engine.strategy.FitRound;
import dev.millrace.engine.strategy.Footprint;
import dev.millrace.engine.strategy.SettingPlaces;
import dev.millrace.engine.strategy.Strategy;
import dev.millrace.engine.strategy.Subject;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Replaces each category of a field by its smoothed share of positive labels.
///
/// With d = positives / valid rows and S = floor(valid rows · smoothFactor), a category of n rows of which the share r
/// is positive gets (n·r + S·d) / (n + S), and d when n is below the count threshold: additive smoothing towards the
/// prior (Micci-Barreca 2001, with a fixed weight). Missing and unknown categories get d.
public final class RiskTableMapping implements Strategy {

    public static final String ID = "risk-table-mapping";

    private final RiskTableSettings settings;

    public RiskTableMapping(RiskTableSettings settings) {
        this.settings = settings;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Problem> check(Subject subject, SettingPlaces places) {
        List<Problem> problems = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (int i = 0; i < settings.fields().size(); i++) {
            String field = settings.fields().get(i);
            Place place = places.of("fields/" + i);
            if (!subject.schema().has(field)) {
                problems.add(
                        new Problem(
                                place,
                                "there is no column '" + field + "' in " + subject.source(),
                                NearestName.remedy(field, subject.schema().columns())));
            } else if (field.equals(subject.label())) {
                problems.add(
                        new Problem(place, "the label '" + field + "' cannot be mapped", "Remove it from the fields"));
            } else if (!seen.add(field)) {
                problems.add(new Problem(place, "the field '" + field + "' is named twice", "Remove one of the two"));
            }
        }
        if (subject.label() == null) {
            problems.add(
                    new Problem(
                            places.of(""),
                            "risk-table-mapping needs a label",
                            "Name the label column in dataset.label"));
        }
        return problems;
    }

    @Override
    public Footprint footprint(Subject subject) {
        Set<String> fields = new LinkedHashSet<>(settings.fields());
        Set<String> fitColumns = new LinkedHashSet<>(fields);
        fitColumns.add(label(subject));
        return new Footprint(fitColumns, Set.of(Split.TRAIN), fields, fields, Set.of(), false, false, true);
    }

    @Override
    public FitRound<RiskSummary> fit(Subject subject) {
        return new RiskFitRound(settings, subject, label(subject));
    }

    @Override
    public Artifact load(ArtifactSource source, Subject subject) {
        JsonNode document = source.document(RiskTableFiles.NAME);
        return new RiskArtifact(RiskTableFiles.tables(document, settings.fields()), subject, List.of());
    }

    private static String label(Subject subject) {
        if (subject.label() == null) {
            throw new IllegalStateException("fitted without a label; check() reports that");
        }
        return subject.label();
    }
}
