package dev.millrace.engine.recipe;

import dev.millrace.engine.strategy.Strategy;
import dev.millrace.engine.strategy.StrategyType;

/// One strategy of a recipe.
///
/// @param type which one
/// @param settings its settings, of the type's record
public record StrategyEntry(StrategyType<?> type, Record settings) {

    public Strategy bind() {
        return type.bind(settings);
    }
}
