package dev.millrace.engine.settings;

import java.util.List;

/// What the value of a setting looks like, for whoever makes a form of it.
public sealed interface SettingKind {

    /// A text.
    ///
    /// @param suggested words that are offered; empty if any text is as good
    record Text(List<String> suggested) implements SettingKind {

        public Text {
            suggested = List.copyOf(suggested);
        }
    }

    /// The path of a folder.
    record Folder() implements SettingKind {}

    /// A number.
    ///
    /// @param whole whether it has no fraction
    /// @param min the least accepted one; −∞ if there is none
    /// @param max the greatest accepted one; +∞ if there is none
    record Figure(boolean whole, double min, double max) implements SettingKind {}

    /// Yes or no.
    record Flag() implements SettingKind {}

    /// One of a few words.
    record Choice(List<String> words) implements SettingKind {

        public Choice {
            words = List.copyOf(words);
        }
    }

    /// The name of a column.
    record ColumnName(NamesColumn.Usual usual) implements SettingKind {}

    /// Names of columns.
    record ColumnNames(NamesColumn.Usual usual) implements SettingKind {}

    /// Texts in a list.
    ///
    /// @param suggested words that are offered; empty if any text is as good
    record Texts(List<String> suggested) implements SettingKind {

        public Texts {
            suggested = List.copyOf(suggested);
        }
    }

    /// Values by name.
    ///
    /// @param value what each value looks like
    /// @param byColumn whether the names are those of columns
    /// @param orFile whether the path of a JSON file may stand in its place
    record Entries(SettingKind value, boolean byColumn, boolean orFile) implements SettingKind {}

    /// Settings of its own.
    ///
    /// @param shortForm the key of the setting whose value may stand for all; empty if there is none
    record Nested(List<Setting> settings, String shortForm) implements SettingKind {

        public Nested {
            settings = List.copyOf(settings);
        }
    }
}
