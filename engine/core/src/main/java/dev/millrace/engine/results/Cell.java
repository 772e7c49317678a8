package dev.millrace.engine.results;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/// A cell of an artifact.
///
/// @param text as the file has it; empty if there is none
/// @param number its value, null unless it is a number
public record Cell(String text, @Nullable Double number) {

    /// Nothing.
    public static final Cell NONE = new Cell("", null);

    static Cell of(String text) {
        return new Cell(text, null);
    }

    static Cell of(long number) {
        return new Cell(Long.toString(number), (double) number);
    }

    static Cell of(@Nullable JsonNode value) {
        if (value == null || value.isNull() || value.isMissingNode()) {
            return NONE;
        }
        if (value.isNumber()) {
            return new Cell(value.asString(), value.doubleValue());
        }
        return new Cell(value.isContainer() ? value.toString() : value.asString(), null);
    }
}
