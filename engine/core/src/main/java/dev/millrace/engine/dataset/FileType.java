package dev.millrace.engine.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Format and compression of a shard, told by the ending of its name.
///
/// @param ending with its dots, such as `.csv.gz`
public record FileType(ShardFormat format, Compression compression, String ending) {

    private static final List<FileType> ALL = all();

    /// The type of files that end so; the longest ending counts.
    public static Optional<FileType> ofFileName(String name) {
        return ALL.stream().filter(type -> name.endsWith(type.ending)).findFirst();
    }

    /// The type with a format and a compression; empty if they do not go together.
    public static Optional<FileType> of(ShardFormat format, Compression compression) {
        return ALL.stream().filter(type -> type.format == format && type.compression == compression).findFirst();
    }

    /// All endings, for messages.
    public static List<String> endings() {
        return ALL.stream().map(FileType::ending).distinct().toList();
    }

    /// Longest endings first; of equal ones the one that an input has. A plain `.parquet` may be compressed in any way:
    /// what counts is in the file.
    private static List<FileType> all() {
        List<FileType> types = new ArrayList<>();
        types.add(new FileType(ShardFormat.PARQUET, Compression.SNAPPY, ".snappy.parquet"));
        types.add(new FileType(ShardFormat.PARQUET, Compression.ZSTD, ".zstd.parquet"));
        for (ShardFormat format : ShardFormat.values()) {
            if (format.isText()) {
                types.add(new FileType(format, Compression.GZIP, format.ending() + ".gz"));
                types.add(new FileType(format, Compression.ZSTD, format.ending() + ".zst"));
            }
        }
        types.add(new FileType(ShardFormat.PARQUET, Compression.PER_COLUMN, ShardFormat.PARQUET.ending()));
        for (ShardFormat format : ShardFormat.values()) {
            types.add(new FileType(format, Compression.NONE, format.ending()));
        }
        return List.copyOf(types);
    }
}
