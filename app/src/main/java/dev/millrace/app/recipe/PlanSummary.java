package dev.millrace.app.recipe;

import java.util.List;

/// What a run will do, in plain words.
///
/// @param sentences in the order in which things happen
/// @param passes one for each scan over the data
public record PlanSummary(List<String> sentences, List<PassLine> passes) {

    /// While there is no plan.
    public static final PlanSummary NONE = new PlanSummary(List.of(), List.of());

    public PlanSummary {
        sentences = List.copyOf(sentences);
        passes = List.copyOf(passes);
    }

    /// A pass in words.
    ///
    /// @param title such as `Pass 1 · fit`
    /// @param detail what it reads
    public record PassLine(String title, String detail) {}
}
