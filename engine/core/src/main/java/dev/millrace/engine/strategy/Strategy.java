package dev.millrace.engine.strategy;

import dev.millrace.engine.problem.Problem;

import java.util.List;

/// A preprocessing method with its settings. What it learns is fitted in a first pass ([#fit]); what it does to the
/// data is an [Artifact] away. Immutable, and shared by all workers.
public interface Strategy {

    /// The name in recipes, such as `risk-table-mapping`.
    String id();

    /// Checks the settings against a dataset.
    ///
    /// @param places where its settings stand, for messages
    /// @return every problem; empty if the strategy can run
    List<Problem> check(Subject subject, SettingPlaces places);

    /// What of the dataset it touches. Asked only if [#check] found no problem.
    Footprint footprint(Subject subject);

    /// What has to be learned.
    FitRound<?> fit(Subject subject);

    /// The artifact of an earlier run, in place of a fit.
    ///
    /// @throws dev.millrace.engine.problem.EngineException if the artifact is absent or is not this strategy's
    Artifact load(ArtifactSource source, Subject subject);
}
