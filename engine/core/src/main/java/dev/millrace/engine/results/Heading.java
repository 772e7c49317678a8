package dev.millrace.engine.results;

/// What stands in a column of an artifact's table.
///
/// @param kind what it is
/// @param of the split, if there is one such column for each; else empty
public record Heading(Kind kind, String of) {

    static Heading of(Kind kind) {
        return new Heading(kind, "");
    }

    /// Whether the cells are numbers, as a rule.
    public boolean isNumeric() {
        return kind.numeric;
    }

    /// In English, for reports.
    public String words() {
        return of.isEmpty() ? kind.words : kind.words + " " + of;
    }

    /// What columns there are.
    public enum Kind {
        CATEGORY("Category", false),
        RISK("Risk", true),
        FIELD("Field", false),
        MODE("Kind", false),
        CATEGORIES("Categories", true),
        DEFAULT_RISK("Default risk", true),
        LEAST_RISK("Least risk", true),
        GREATEST_RISK("Greatest risk", true),
        COLUMN("Column", false),
        TYPE("Type", false),
        STRATEGY("Strategy", false),
        VALUE("Value", false),
        MISSING("Missing", true),
        MISSING_SHARE("Missing share", true),
        FILLED("Filled in", true),
        STRATUM("Stratum", false),
        POPULATION("Population", true),
        REQUESTED("Requested", true),
        ACHIEVED("Drawn", true),
        WEIGHT("Weight", true),
        DEVIATION("Standard deviation", true),
        LABEL("Label", false),
        NUMBER("Number", true),
        PLACE("Place", false);

        private final String words;
        private final boolean numeric;

        Kind(String words, boolean numeric) {
            this.words = words;
            this.numeric = numeric;
        }

        /// Whether other tables of the artifact say the same.
        boolean isDerived() {
            return this == LEAST_RISK || this == GREATEST_RISK;
        }
    }
}
