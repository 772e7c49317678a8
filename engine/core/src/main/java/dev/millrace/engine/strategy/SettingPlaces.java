package dev.millrace.engine.strategy;

import dev.millrace.engine.problem.Place;

/// Where the settings of one strategy stand in its recipe.
@FunctionalInterface
public interface SettingPlaces {

    /// The place of a setting.
    ///
    /// @param setting its key, with an index for an element of a list: `fields/2`; empty for the strategy itself
    Place of(String setting);
}
