package dev.millrace.engine.strategy.impute;

import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Map;

/// Settings, briefly.
final class Fillings {

    private Fillings() {}

    static Filling of(FillStrategy strategy) {
        return new Filling(strategy, null);
    }

    static Filling constant(String text) {
        return new Filling(null, new JsonMapper().valueToTree(text));
    }

    static ImputationSettings settings(FillStrategy numerical) {
        return settings(of(numerical), Map.of());
    }

    static ImputationSettings settings(Filling numerical, Map<String, Filling> columns) {
        return new ImputationSettings(numerical, of(FillStrategy.MODE), of(FillStrategy.MODE), columns, List.of());
    }
}
