package dev.millrace.engine.dataset;

import static java.util.stream.Collectors.toList;

import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.problem.StorageException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What lies at a dataset's path: shards in order, and everything else by name. Opens no shard.
///
/// @param root the folder, or the single file
/// @param layout how the shards lie in it
/// @param shards sorted by split and number, at least one
/// @param ignored files and folders that are no shards
public record ShardListing(Path root, DatasetLayout layout, List<Shard> shards, List<Path> ignored) {

    private static final Pattern SHARD_NAME = Pattern.compile("part-(\\d+)(\\..+)");

    /// Lists a dataset. A training job takes `train`, `val`, `test` and `oot` sub-folders, any other job the one named
    /// after it; shards directly in the folder belong to the `flat` split.
    ///
    /// @param path a folder, or one file of any name
    /// @param splits the sub-folders to look for
    /// @param flat the split of shards that lie in no sub-folder
    /// @throws DataException if there is no shard, or a number is used twice
    /// @throws StorageException if the path cannot be listed
    public static ShardListing of(Path path, List<Split> splits, Split flat) {
        return of(path, splits, flat, null);
    }

    /// As [#of(Path, List, Split)], of one format only: files of another one are ignored, and a single file may have
    /// any name.
    ///
    /// @param format null if there is one format and the files tell which
    public static ShardListing of(Path path, List<Split> splits, Split flat, @Nullable ShardFormat format) {
        if (Files.isRegularFile(path)) {
            return singleFile(path, flat, format);
        }
        if (!Files.isDirectory(path)) {
            throw new StorageException(
                    new Problem(
                            Place.of(path),
                            "there is no such folder or file",
                            "Check the dataset's path in the recipe"));
        }
        List<Shard> shards = new ArrayList<>();
        List<Path> ignored = new ArrayList<>();
        boolean folders = false;
        for (Path entry : entries(path)) {
            Optional<Split> split = Split.named(String.valueOf(entry.getFileName())).filter(splits::contains);
            if (Files.isDirectory(entry) && split.isPresent()) {
                folders = true;
                entries(entry).forEach(file -> addShard(file, split.get(), format, shards, ignored));
            } else {
                addShard(entry, flat, format, shards, ignored);
            }
        }
        requireShards(path, splits, shards);
        requireOneFormat(path, shards);
        shards.sort(null);
        boolean mixed = folders && shards.stream().anyMatch(shard -> path.equals(shard.file().getParent()));
        if (mixed) {
            throw new DataException(
                    new Problem(
                            Place.of(path),
                            "there are shards both in the folder itself and in split folders",
                            "Keep either a flat folder or one folder per split"));
        }
        requireUniqueNumbers(shards);
        return new ShardListing(path, folders ? DatasetLayout.SPLIT_FOLDERS : DatasetLayout.FLAT, shards, ignored);
    }

    private static ShardListing singleFile(Path file, Split split, @Nullable ShardFormat format) {
        String name = String.valueOf(file.getFileName());
        Optional<FileType> told = format == null ? FileType.ofFileName(name) : FileType.of(format, compression(name));
        FileType type =
                told.orElseThrow(() ->
                        new DataException(
                                new Problem(
                                        Place.of(file),
                                        "the ending of the file name tells no format",
                                        "Say it in dataset.format, or use a name that ends in one of "
                                                + String.join(", ", FileType.endings()))));
        return new ShardListing(
                file, DatasetLayout.SINGLE_FILE, List.of(new Shard(split, 1, file, type, size(file))), List.of());
    }

    private static Compression compression(String name) {
        if (name.endsWith(".parquet")) {
            return FileType.ofFileName(name).map(FileType::compression).orElse(Compression.NONE);
        }
        return name.endsWith(".gz") ? Compression.GZIP : name.endsWith(".zst") ? Compression.ZSTD : Compression.NONE;
    }

    private static List<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException failure) {
            throw StorageException.reading(folder, failure);
        }
    }

    private static void addShard(
            Path file, Split split, @Nullable ShardFormat format, List<Shard> shards, List<Path> ignored) {
        Matcher name = SHARD_NAME.matcher(String.valueOf(file.getFileName()));
        Optional<FileType> type =
                name.matches()
                        ? FileType.ofFileName(name.group(2)).filter(found -> found.ending().equals(name.group(2)))
                        : Optional.empty();
        if (type.isEmpty() || (format != null && type.get().format() != format)) {
            ignored.add(file);
            return;
        }
        requireFile(file);
        shards.add(new Shard(split, number(file, name.group(1)), file, type.get(), size(file)));
    }

    /// A folder, a pipe or a link to nothing that has a shard's name is no file to be left out without a word, nor one
    /// to be opened: a pipe may never end.
    private static void requireFile(Path file) {
        String found = kind(file);
        if (!found.isEmpty()) {
            throw new DataException(
                    new Problem(Place.of(file), "it has the name of a shard but is " + found, "Rename or remove it"));
        }
    }

    /// What is there instead of a regular file, in words; empty if it is one.
    private static String kind(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (attributes.isRegularFile()) {
                return "";
            }
            return attributes.isDirectory() ? "a folder" : "no regular file";
        } catch (NoSuchFileException _) {
            return "a link to a file that is not there";
        } catch (IOException failure) {
            throw StorageException.reading(file, failure);
        }
    }

    private static int number(Path file, String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException tooLong) {
            throw new DataException(
                    new Problem(
                            Place.of(file),
                            "the shard number " + digits + " is too large",
                            "Number shards below " + Integer.MAX_VALUE),
                    tooLong);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException failure) {
            throw StorageException.reading(file, failure);
        }
    }

    private static void requireShards(Path path, List<Split> splits, List<Shard> shards) {
        if (shards.isEmpty()) {
            String folders = String.join(", ", splits.stream().map(Split::folder).toList());
            throw new DataException(
                    new Problem(
                            Place.of(path),
                            "no shards found; a shard is named part-<digits> and ends in one of "
                                    + String.join(", ", FileType.endings()),
                            "Choose the folder that holds the shards, or the one above its split folders ("
                                    + folders
                                    + ")"));
        }
    }

    private static void requireOneFormat(Path path, List<Shard> shards) {
        Map<ShardFormat, List<Shard>> byFormat =
                shards.stream().collect(Collectors.groupingBy(shard -> shard.type().format(), TreeMap::new, toList()));
        if (byFormat.size() > 1) {
            List<String> found = new ArrayList<>();
            byFormat.forEach((format, some) ->
                    found.add(
                            some.size()
                                    + " "
                                    + format.ending()
                                    + " ("
                                    + some.getFirst()
                                    + (some.size() > 1 ? ", …)" : ")")));
            throw new DataException(
                    new Problem(
                            Place.of(path),
                            "there are shards of more than one format: " + String.join(", ", found),
                            "Say in dataset.format which of them to read"));
        }
    }

    private static void requireUniqueNumbers(List<Shard> shards) {
        Map<List<Object>, Shard> seen = new HashMap<>();
        for (Shard shard : shards) {
            Shard other = seen.put(List.of(shard.split(), shard.number()), shard);
            if (other != null) {
                throw new DataException(
                        new Problem(
                                Place.of(shard.file()),
                                "shard number "
                                        + shard.number()
                                        + " is used twice, here and by "
                                        + other.file().getFileName(),
                                "Rename or remove one of the two"));
            }
        }
    }
}
