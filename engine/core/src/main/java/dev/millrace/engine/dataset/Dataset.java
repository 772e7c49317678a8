package dev.millrace.engine.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// A folder of shards with one schema.
///
/// @param root the folder, or the single file
/// @param layout how the shards lie in it
/// @param shards all shards, sorted by split and number, at least one
/// @param ignored files and folders in it that are no shards
/// @param schema the columns, in the order of the first shard, or in which they appear in the rows
/// @param union whether a shard may lack some of the columns
/// @param dialect how its text is written; the usual one for formats that have no dialect
/// @param findings in words, how the dialect was found
/// @param warnings in words, what a person should know before a run
/// @param opaque columns that can only be passed through, by name, and why
public record Dataset(
        Path root,
        DatasetLayout layout,
        List<Shard> shards,
        List<Path> ignored,
        Schema schema,
        boolean union,
        Dialect dialect,
        List<String> findings,
        List<String> warnings,
        Map<String, String> opaque) {

    public Dataset {
        shards = List.copyOf(shards);
        ignored = List.copyOf(ignored);
        findings = List.copyOf(findings);
        warnings = List.copyOf(warnings);
        opaque = Map.copyOf(opaque);
    }

    /// A dataset of the usual dialect.
    public Dataset(Path root, DatasetLayout layout, List<Shard> shards, List<Path> ignored, Schema schema) {
        this(
                root,
                layout,
                shards,
                ignored,
                schema,
                false,
                Dialect.usual(shards.getFirst().type().format()),
                List.of(),
                List.of(),
                Map.of());
    }

    public List<Shard> shards(Split split) {
        return shards.stream().filter(shard -> shard.split() == split).toList();
    }

    public Set<Split> splits() {
        Set<Split> splits = new TreeSet<>();
        shards.forEach(shard -> splits.add(shard.split()));
        return splits;
    }

    /// Format and compression of the shards, which all share.
    public FileType type() {
        return shards.getFirst().type();
    }

    public long bytes() {
        return shards.stream().mapToLong(Shard::bytes).sum();
    }

    /// The path of a shard relative to the dataset, with `/` on every system.
    public String relativePath(Shard shard) {
        Path file = shard.file();
        Path relative = root.equals(file) ? file.getFileName() : root.relativize(file);
        return String.valueOf(relative).replace('\\', '/');
    }
}
