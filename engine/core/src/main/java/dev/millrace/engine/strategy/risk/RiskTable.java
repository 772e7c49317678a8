package dev.millrace.engine.strategy.risk;

import java.util.List;

/// The risk of every category of one field.
///
/// @param field the column
/// @param mode what a category is
/// @param defaultRisk the risk of missing and unknown categories: the share of positives over all valid rows
/// @param bins categories and their risks, sorted: by number in numeric mode, else by code points
record RiskTable(String field, Mode mode, double defaultRisk, List<Bin> bins) {

    RiskTable {
        bins = List.copyOf(bins);
    }

    /// What a category of a field is.
    enum Mode {
        /// Its numeric value.
        NUMERIC,
        /// Its text.
        CATEGORICAL
    }

    /// One category and its risk.
    ///
    /// @param category its text; in numeric mode the shortest text of its number
    /// @param risk its smoothed share of positives
    record Bin(String category, double risk) {}
}
