package dev.millrace.engine.dataset;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;

/// One file of a dataset.
///
/// @param split the split it belongs to
/// @param number the digits of its name; 1 when the dataset is a single file
/// @param file where it is
/// @param type its format and compression
/// @param bytes its size
public record Shard(Split split, int number, Path file, FileType type, long bytes) implements Comparable<Shard> {

    public ShardKey key() {
        return new ShardKey(split, number);
    }

    /// By split, then by number: the order in which summaries are merged and batch output is written.
    @Override
    public int compareTo(Shard other) {
        return Comparator.comparing(Shard::split).thenComparingInt(Shard::number).compare(this, other);
    }

    /// The file name of shard `number` in an output folder, such as `part-00017.csv`.
    public static String fileName(int number, FileType type) {
        return String.format(Locale.ROOT, "part-%05d%s", number, type.ending());
    }

    /// What a person calls it: the file name, with the folder of its split when there is one.
    @Override
    public String toString() {
        Path folder = file.getParent();
        boolean inSplitFolder = folder != null && String.valueOf(folder.getFileName()).equals(split.folder());
        return (inSplitFolder ? split.folder() + "/" : "") + file.getFileName();
    }
}
