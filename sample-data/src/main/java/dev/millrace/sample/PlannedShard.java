package dev.millrace.sample;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A shard that is to be written.
///
/// @param file its final name
/// @param number its number in its folder, from 1
/// @param stream its number over all folders: picks its random numbers and its transaction ids
/// @param rows data rows, without the header
record PlannedShard(Path file, int number, int stream, long rows) {
    /// One more than the largest [#stream]: three folders of at most 99999 shards.
    static final int STREAMS = 300_000;

    /// The shards of a data set below `folder`, in order. The rows of a folder are spread as evenly as possible: the
    /// first shards have one row more than the others.
    static List<PlannedShard> all(GeneratorSettings settings, Path folder) {
        List<PlannedShard> shards = new ArrayList<>();
        if (settings.splitFolders()) {
            long held = settings.rows() * 15 / 100;
            addFolder(shards, settings, folder.resolve("train"), 0, settings.rows() - 2 * held);
            addFolder(shards, settings, folder.resolve("val"), 1, held);
            addFolder(shards, settings, folder.resolve("test"), 2, held);
        } else {
            addFolder(shards, settings, folder, 0, settings.rows());
        }
        return shards;
    }

    /// The folder that the shard is written to.
    Path folder() {
        return file.resolveSibling("");
    }

    /// The hidden name that the shard has until it is complete.
    Path hiddenFile() {
        return file.resolveSibling("." + file.getFileName() + ".tmp");
    }

    private static void addFolder(
            List<PlannedShard> shards, GeneratorSettings settings, Path folder, int folderNumber, long rows) {
        long least = rows / settings.shards();
        long larger = rows % settings.shards();
        for (int number = 1; number <= settings.shards(); number++) {
            Path file = folder.resolve(String.format(Locale.ROOT, "part-%05d.csv", number));
            int stream = folderNumber * (STREAMS / 3) + number;
            shards.add(new PlannedShard(file, number, stream, number <= larger ? least + 1 : least));
        }
    }
}
