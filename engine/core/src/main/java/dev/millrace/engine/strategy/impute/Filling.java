package dev.millrace.engine.strategy.impute;

import com.fasterxml.jackson.annotation.JsonValue;

import dev.millrace.engine.settings.Described;
import dev.millrace.engine.settings.OnlyWhen;
import dev.millrace.engine.settings.ShortForm;
import dev.millrace.engine.stats.Numbers;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.Map;

/// What missing cells are filled with, as a recipe says it: a word such as `"median"`, or `{ "constant": "none" }`.
///
/// @param strategy how the value is found; null where the recipe gives a constant only
/// @param constant a text or a number
@ShortForm("strategy")
public record Filling(
        @Described(title = "Fill with") @Nullable FillStrategy strategy,
        @Described(title = "Constant", help = "A text or a number; none that itself counts as missing.")
                @OnlyWhen(setting = "strategy", is = "constant")
                @Nullable JsonNode constant) {

    FillStrategy chosen() {
        return strategy == null ? FillStrategy.CONSTANT : strategy;
    }

    /// The constant as it is written into texts.
    ///
    /// @throws IllegalStateException if there is none; the strategy's check reports that
    String constantText() {
        if (constant == null) {
            throw new IllegalStateException("there is no constant");
        }
        boolean fraction = constant.isNumber() && !constant.isIntegralNumber();
        return fraction ? Numbers.text(constant.doubleValue()) : constant.asString();
    }

    /// The shortest form that reads back as this filling.
    @JsonValue
    Object json() {
        return constant == null ? chosen().word() : Map.of("constant", constant);
    }
}
