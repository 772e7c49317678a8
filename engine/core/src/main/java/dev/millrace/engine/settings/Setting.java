package dev.millrace.engine.settings;

import org.jspecify.annotations.Nullable;

/// A setting as a form shows it.
///
/// @param key its name in recipes
/// @param title what a person calls it
/// @param help what it does; may be empty
/// @param unit what a number counts; may be empty
/// @param kind what its value looks like
/// @param required whether a recipe has to name it
/// @param fallback the value that it has else, as plain Java values; null if there is none
/// @param onlyWhen the word that another setting must be for this one to mean anything; null if it always does
public record Setting(
        String key,
        String title,
        String help,
        String unit,
        SettingKind kind,
        boolean required,
        @Nullable Object fallback,
        @Nullable Condition onlyWhen) {

    /// The word that another setting of the same record must be.
    public record Condition(String setting, String is) {}
}
