package dev.millrace.app.data;

import dev.millrace.engine.profile.Histogram;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A column in words and figures, ready to be shown.
///
/// @param name of the column
/// @param glyph a sign for its type
/// @param type in a word
/// @param evidence why it has this type, in a sentence
/// @param basis what the figures rest on, in words
/// @param exact whether they rest on every row
/// @param groups the figures, each group under a heading of its own
/// @param histogram of its numbers; null if it has none
public record ColumnFacts(
        String name,
        String glyph,
        String type,
        String evidence,
        String basis,
        boolean exact,
        List<Group> groups,
        @Nullable Histogram histogram) {

    public ColumnFacts {
        groups = List.copyOf(groups);
    }

    /// Figures of one kind.
    ///
    /// @param title empty for the first group
    public record Group(String title, List<Fact> facts) {

        public Group {
            facts = List.copyOf(facts);
        }
    }

    /// A figure.
    ///
    /// @param share of all rows, for a bar beside it; negative for none
    public record Fact(String name, String value, double share) {

        static Fact of(String name, String value) {
            return new Fact(name, value, -1);
        }
    }
}
