package dev.millrace.app.results;

import dev.millrace.engine.problem.Problem;

import java.util.List;

/// A run in a few words and figures.
///
/// @param name of its recipe
/// @param origin when, how and where it was run
/// @param sentence the row accounting, or why there is none
/// @param shares what became of the rows
/// @param problems why the run failed, if it did so in this window
/// @param places where a failed run of which no more is kept found something wrong
record ResultsSummary(
        Verdict verdict,
        String name,
        String origin,
        String folder,
        String sentence,
        List<Fact> facts,
        List<Share> shares,
        List<String> warnings,
        List<Problem> problems,
        List<String> places) {

    static final ResultsSummary NONE =
            new ResultsSummary(Verdict.NONE, "", "", "", "", List.of(), List.of(), List.of(), List.of(), List.of());

    ResultsSummary {
        facts = List.copyOf(facts);
        shares = List.copyOf(shares);
        warnings = List.copyOf(warnings);
        problems = List.copyOf(problems);
        places = List.copyOf(places);
    }

    /// A figure.
    ///
    /// @param name what it is
    /// @param value with its unit
    record Fact(String name, String value) {}

    /// A part of the rows.
    ///
    /// @param rows what and how many they are, in words
    /// @param share of all rows, 0 to 1
    /// @param written whether they are in the output
    record Share(String rows, double share, boolean written) {}
}
