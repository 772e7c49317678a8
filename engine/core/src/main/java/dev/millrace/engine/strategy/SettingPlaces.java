package dev.millrace.engine.strategy;

import dev.millrace.engine.problem.Place;

import tools.jackson.core.JsonPointer;

/// Where the settings of one strategy stand in its recipe.
@FunctionalInterface
public interface SettingPlaces {

    /// The place of a setting.
    ///
    /// @param setting its key, with an index for an element of a list: `fields/2`; empty for the strategy itself
    Place of(String setting);

    /// The place of an entry of a setting that maps names to values.
    ///
    /// @param setting its key
    /// @param name the entry's, any text
    default Place of(String setting, String name) {
        return of(JsonPointer.empty().appendProperty(setting).appendProperty(name).toString().substring(1));
    }
}
