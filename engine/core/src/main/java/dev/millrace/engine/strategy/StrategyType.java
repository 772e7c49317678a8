package dev.millrace.engine.strategy;

import dev.millrace.engine.settings.SettingsOutline;

import java.util.function.Function;

/// An entry of the catalogue: how a strategy is named and made.
///
/// @param id the name in recipes
/// @param settings the record of its settings
/// @param maker from settings to strategy
/// @param <S> the settings
public record StrategyType<S extends Record>(String id, Class<S> settings, Function<S, Strategy> maker) {

    /// What a form shows of it.
    public SettingsOutline outline() {
        return SettingsOutline.of(settings);
    }

    /// The strategy with these settings.
    public Strategy bind(Record values) {
        return maker.apply(settings.cast(values));
    }
}
