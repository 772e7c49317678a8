package dev.millrace.engine.recipe;

import dev.millrace.engine.settings.Default;
import dev.millrace.engine.settings.Described;
import dev.millrace.engine.settings.NamesFolder;
import dev.millrace.engine.settings.NotEmpty;

/// Where results go and how they are written.
///
/// @param path the output folder; relative to the recipe file
/// @param format format of the output; `same` keeps that of the input
/// @param compression `same` keeps that of the input as far as the format allows
/// @param overwrite whether the results of an earlier run there may be replaced
@Described(title = "Output", help = "Where results go and how they are written.")
public record OutputSettings(
        @Described(title = "Output folder", help = "Relative to the recipe, or in full.") @NamesFolder @NotEmpty
                String path,
        @Described(title = "Format", help = "Same keeps that of the input, and the bytes of untouched cells.")
                @Default("\"same\"")
                Format format,
        @Described(title = "Compression", help = "Gzip is for text, snappy for Parquet, zstd for both.")
                @Default("\"same\"")
                Packing compression,
        @Described(title = "Replace earlier results", help = "Else a run refuses a folder that has some.")
                @Default("false")
                boolean overwrite) {

    /// The defaults, into a folder.
    public static OutputSettings to(String path) {
        return new OutputSettings(path, Format.SAME, Packing.SAME, false);
    }

    /// The same settings, into another folder.
    public OutputSettings into(String folder) {
        return new OutputSettings(folder, format, compression, overwrite);
    }

    /// The same settings, for a run that replaces the results of an earlier one.
    public OutputSettings overwriting() {
        return new OutputSettings(path, format, compression, true);
    }

    /// Format of the output.
    public enum Format {
        SAME,
        CSV,
        TSV,
        JSONL,
        PARQUET
    }

    /// Compression of the output.
    public enum Packing {
        SAME,
        NONE,
        GZIP,
        SNAPPY,
        ZSTD
    }
}
