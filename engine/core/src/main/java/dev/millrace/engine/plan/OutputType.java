package dev.millrace.engine.plan;

import dev.millrace.engine.dataset.Compression;
import dev.millrace.engine.dataset.FileType;
import dev.millrace.engine.dataset.ShardFormat;
import dev.millrace.engine.recipe.OutputSettings;

import java.util.Optional;

/// Works out which files a run writes.
final class OutputType {

    private OutputType() {}

    /// The type of output files; empty if the recipe's format and compression do not go together.
    static Optional<FileType> of(OutputSettings settings, FileType input) {
        ShardFormat format =
                switch (settings.format()) {
                    case SAME -> input.format();
                    case CSV -> ShardFormat.CSV;
                    case TSV -> ShardFormat.TSV;
                    case JSONL -> ShardFormat.JSONL;
                    case PARQUET -> ShardFormat.PARQUET;
                };
        Compression compression =
                switch (settings.compression()) {
                    case SAME -> input.compression();
                    case NONE -> Compression.NONE;
                    case GZIP -> Compression.GZIP;
                    case SNAPPY -> Compression.SNAPPY;
                    case ZSTD -> Compression.ZSTD;
                };
        if (format == input.format() && compression == input.compression()) {
            return Optional.of(input);
        }
        Optional<FileType> type = FileType.of(format, compression);
        boolean kept = settings.compression() == OutputSettings.Packing.SAME;
        return type.isEmpty() && kept ? FileType.of(format, Compression.NONE) : type;
    }
}
