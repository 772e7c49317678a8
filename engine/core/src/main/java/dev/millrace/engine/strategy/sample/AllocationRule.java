package dev.millrace.engine.strategy.sample;

import com.fasterxml.jackson.annotation.JsonValue;

import java.util.Locale;

/// How the target size is shared out over the strata.
public enum AllocationRule {
    /// The same number of rows of every stratum, as far as it has them.
    BALANCED,
    /// In proportion to the strata's rows, but at least the minimum.
    PROPORTIONAL_MIN,
    /// In proportion to rows times standard deviation (Neyman 1934), but at least the minimum.
    OPTIMAL,
    /// In proportion to counts from elsewhere, but at least the minimum.
    EXTERNAL_PROPORTIONAL;

    /// The name in recipes.
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
