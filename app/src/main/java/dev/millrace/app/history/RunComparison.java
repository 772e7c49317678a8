package dev.millrace.app.history;

import dev.millrace.engine.results.ArtifactDifference;
import dev.millrace.engine.results.RecipeDifference;

import java.util.List;

/// Two runs side by side.
///
/// @param first the older one
/// @param figures that both have
/// @param recipe settings that differ
/// @param artifacts what they learned differently
/// @param remembered whether what both learned is known
public record RunComparison(
        PastRun first,
        PastRun second,
        List<Figure> figures,
        List<RecipeDifference.Change> recipe,
        ArtifactDifference artifacts,
        boolean remembered) {

    public RunComparison {
        figures = List.copyOf(figures);
        recipe = List.copyOf(recipe);
    }

    /// A figure of both.
    ///
    /// @param name what it is
    /// @param first with its unit
    /// @param second with its unit
    /// @param ratio of the second to the first; 0 if there is none
    public record Figure(String name, String first, String second, double ratio) {}
}
