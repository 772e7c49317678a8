package dev.millrace.engine.strategy.sample;

/// What is to be drawn of one stratum of one split.
///
/// @param population N_h, its rows
/// @param requested a_h, the rows asked for
/// @param deviation S_h, used in an optimal allocation
/// @param replacement whether rows are drawn with replacement, because there are too few of them
record StratumPlan(String name, long population, long requested, double deviation, boolean replacement) {

    /// The rows that will come out.
    long achieved() {
        return replacement ? requested : Math.min(requested, population);
    }
}
