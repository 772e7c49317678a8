package dev.millrace.app.recipe;

import dev.millrace.engine.settings.SettingKind;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Between what a person types and what a recipe holds. Nothing is checked: what is no number stays a text, which the
/// engine then says of.
final class TypedText {

    private static final int LONG_DIGITS = 19; // fewer fit into a long

    private TypedText() {}

    /// What a typed text means for a field.
    ///
    /// @return null if nothing is typed, which leaves the field to its default
    static @Nullable Object value(SettingKind kind, String typed) {
        String text = kind instanceof SettingKind.Figure ? typed.strip() : typed;
        if (text.isEmpty()) {
            return null;
        }
        return kind instanceof SettingKind.Figure ? number(text) : text;
    }

    private static Object number(String text) {
        try {
            BigDecimal number = new BigDecimal(text);
            if (number.scale() <= 0 && number.precision() < LONG_DIGITS) {
                return number.longValueExact();
            }
            return number.doubleValue();
        } catch (NumberFormatException | ArithmeticException typing) {
            return text;
        }
    }

    /// How a value is typed.
    static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Double number when Double.isFinite(number) ->
                    BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
            case List<?> list -> list.stream().map(TypedText::text).collect(Collectors.joining(", "));
            case Map<?, ?> map ->
                    map.entrySet().stream()
                            .map(entry -> entry.getKey() + ": " + text(entry.getValue()))
                            .collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }

    /// Whether what is typed means what the recipe holds, so that the box need not be written anew.
    static boolean means(SettingKind kind, String typed, @Nullable Object value) {
        return text(value(kind, typed)).equals(text(value));
    }
}
