package dev.millrace.engine.strategy;

import dev.millrace.engine.problem.Problem;

import java.util.List;
import java.util.Set;

/// A preprocessing method with its settings. What it learns is fitted in pass 1 ([#fit]); what it does to the data is
/// an [Artifact] away. Immutable, and shared by all workers.
public interface Strategy {

    /// The name in recipes, such as `risk-table-mapping`.
    String id();

    /// Checks the settings against a dataset.
    ///
    /// @param places where its settings stand, for messages
    /// @return every problem; empty if the strategy can run
    List<Problem> check(Subject subject, SettingPlaces places);

    /// Names of the columns whose values the fit looks at.
    Set<String> fitColumns(Subject subject);

    /// Names of the columns whose cells the transform changes.
    Set<String> editedColumns(Subject subject);

    /// What has to be learned from the fitted split.
    FitRound<?> fit(Subject subject);

    /// The artifact of an earlier run, in place of a fit.
    ///
    /// @throws dev.millrace.engine.problem.DataException if the artifact is absent or is not this strategy's
    Artifact load(ArtifactSource source, Subject subject);
}
