package dev.millrace.engine.parquet;

import dev.millrace.engine.block.Replacements;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/// Where replacements are in the dictionary of the output's column chunk, as far as they were looked up.
final class ReplacementIds {

    static final int UNKNOWN = -1;

    private @Nullable Replacements replacements;
    private int[] ids = new int[0];
    private int size;

    /// Another chunk begins.
    void clear() {
        replacements = null;
    }

    /// The ids by choice, [#UNKNOWN] for what was not looked up yet; to be written to.
    int[] of(Replacements of) {
        if (replacements != of) {
            replacements = of;
            size = 0;
        }
        if (size < of.size()) {
            if (ids.length < of.size()) {
                ids = Arrays.copyOf(ids, of.size() * 2);
            }
            Arrays.fill(ids, size, of.size(), UNKNOWN);
            size = of.size();
        }
        return ids;
    }
}
