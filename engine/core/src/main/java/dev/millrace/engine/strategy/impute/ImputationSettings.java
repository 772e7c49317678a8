package dev.millrace.engine.strategy.impute;

import dev.millrace.engine.settings.Default;

import java.util.List;
import java.util.Map;

/// Settings of `missing-value-imputation`.
///
/// @param numerical what fills numerical columns
/// @param categorical what fills categorical columns
/// @param text what fills text columns
/// @param columns what fills single columns, by name
/// @param exclude columns that are left as they are; the label always is
public record ImputationSettings(
        @Default("\"mean\"") Filling numerical,
        @Default("\"mode\"") Filling categorical,
        @Default("\"mode\"") Filling text,
        @Default("{}") Map<String, Filling> columns,
        @Default("[]") List<String> exclude) {}
