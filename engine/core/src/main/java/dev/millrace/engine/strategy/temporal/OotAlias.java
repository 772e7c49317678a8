package dev.millrace.engine.strategy.temporal;

import com.fasterxml.jackson.annotation.JsonValue;

import dev.millrace.engine.dataset.Split;

/// What the split of later rows is called.
public enum OotAlias {
    /// Out of time.
    OOT(Split.OOT),
    /// For tools that look for `test`.
    TEST(Split.TEST);

    private final Split split;

    OotAlias(Split split) {
        this.split = split;
    }

    Split split() {
        return split;
    }

    /// The name in recipes.
    @JsonValue
    public String word() {
        return split.folder();
    }
}
