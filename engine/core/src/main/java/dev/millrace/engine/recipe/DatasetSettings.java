package dev.millrace.engine.recipe;

import dev.millrace.engine.dataset.DialectOverrides;
import dev.millrace.engine.settings.Default;
import dev.millrace.engine.settings.Described;
import dev.millrace.engine.settings.NamesColumn;
import dev.millrace.engine.settings.NamesFolder;
import dev.millrace.engine.settings.NotEmpty;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What is read.
///
/// @param path a folder of shards, or one file; relative to the recipe file
/// @param format format of the shards, other files being ignored; `auto` takes the one there is
/// @param signature a file of comma-separated column names for shards without a header; relative to the recipe file
/// @param label name of the label column
/// @param missing texts that stand for a missing value in place of those that pandas takes as NA
/// @param dialect what is known of how delimited text is written; the rest is detected
/// @param columns what happens when the columns of shards differ
@Described(title = "Dataset", help = "What is read, and what is known of it.")
public record DatasetSettings(
        @Described(title = "Folder or file", help = "Relative to the recipe, or in full.") @NamesFolder @NotEmpty
                String path,
        @Described(title = "Format", help = "Auto takes the one there is; else shards of other formats are ignored.")
                @Default("\"auto\"")
                Format format,
        @Described(title = "Signature file", help = "Names the columns of shards without a header, between commas.")
                @Nullable String signature,
        @Described(title = "Label column", help = "What a model is to learn; strategies treat it with care.")
                @NamesColumn
                @Nullable String label,
        @Described(
                        title = "Missing values",
                        help = "Texts that count as missing, in place of those of pandas. The empty cell always does.")
                @Nullable List<String> missing,
        @Described(title = "How text is written", help = "What is left empty is detected.") DialectOverrides dialect,
        @Described(
                        title = "Shards whose columns differ",
                        help = "Strict: an error. Union: a column that a shard lacks is missing in its rows.")
                @Default("\"strict\"")
                Columns columns) {

    /// The defaults, for a path.
    public static DatasetSettings of(String path) {
        return new DatasetSettings(path, Format.AUTO, null, null, null, DialectOverrides.NONE, Columns.STRICT);
    }

    /// The same settings with another label and other missing tokens; null for none and for those of pandas.
    public DatasetSettings with(@Nullable String otherLabel, @Nullable List<String> otherMissing) {
        return new DatasetSettings(path, format, signature, otherLabel, otherMissing, dialect, columns);
    }

    /// The same settings with other paths.
    public DatasetSettings at(String otherPath, @Nullable String otherSignature) {
        return new DatasetSettings(otherPath, format, otherSignature, label, missing, dialect, columns);
    }

    /// Format of the shards.
    public enum Format {
        AUTO,
        CSV,
        TSV,
        JSONL,
        JSON,
        PARQUET
    }

    /// What happens when the columns of shards differ.
    public enum Columns {
        /// It is an error.
        STRICT,
        /// A column that a shard lacks is missing in all its rows.
        UNION
    }
}
