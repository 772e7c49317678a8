package dev.millrace.app.recipe;

import java.util.List;

/// What a run will do, in plain words.
///
/// @param passes one for each scan over the data
/// @param steps one for each strategy, in order
/// @param estimate how long it takes and how much memory, and what that rests on
/// @param ending what comes out, in sentences
public record PlanSummary(List<Line> passes, List<Line> steps, Line estimate, List<String> ending) {

    /// While there is no plan.
    public static final PlanSummary NONE = new PlanSummary(List.of(), List.of(), new Line("", ""), List.of());

    public PlanSummary {
        passes = List.copyOf(passes);
        steps = List.copyOf(steps);
        ending = List.copyOf(ending);
    }

    /// A pass or a strategy in words.
    ///
    /// @param title such as `Pass 1 · fit`
    /// @param detail what it reads or does
    public record Line(String title, String detail) {}
}
