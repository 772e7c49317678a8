package dev.millrace.engine.strategy;

import java.util.List;
import java.util.Optional;

/// A catalogue of strategies.
///
/// @param types in the order in which they are shown
public record Strategies(List<StrategyType<?>> types) {

    public Strategies {
        types = List.copyOf(types);
    }

    public Optional<StrategyType<?>> named(String id) {
        return types.stream().filter(type -> type.id().equals(id)).findFirst();
    }

    public List<String> ids() {
        return types.stream().map(StrategyType::id).toList();
    }
}
