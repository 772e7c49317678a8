package dev.millrace.engine.run;

import dev.millrace.engine.block.ContentHash;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.dataset.ShardKey;
import dev.millrace.engine.problem.StorageException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What a run that did not finish did, and a run that resumes it need not do again: what its journal says, as far as
/// the files that it tells of are there and whole.
final class EarlierWork {

    private final Map<Integer, Map<ShardKey, JournalEntry.Scan>> collected = new HashMap<>(); // by scan
    private final Map<Integer, JournalEntry.Stored> stored = new HashMap<>(); // by scan
    private final Map<ShardKey, JournalEntry.Written> written = new HashMap<>();

    private EarlierWork() {}

    /// Nothing.
    static EarlierWork none() {
        return new EarlierWork();
    }

    /// Looks what of an unfinished run's work is there. Reads every file of it.
    ///
    /// @param control may cancel it
    static EarlierWork of(JournalFile journal, Path root, RunControl control) {
        EarlierWork work = new EarlierWork();
        for (JournalEntry entry : journal.entries()) {
            switch (entry) {
                case JournalEntry.Collected(int scan, JournalEntry.Scan shard) ->
                        work.collected.computeIfAbsent(scan, _ -> new HashMap<>()).put(shard.key(), shard);
                case JournalEntry.Stored each -> work.stored.put(each.scan(), each);
                case JournalEntry.Written each -> work.written.put(each.shard().key(), each);
                case JournalEntry.Begun _, JournalEntry.Resumed _, JournalEntry.Committing _ -> {}
            }
        }
        WholeFiles files = new WholeFiles(root, Set.copyOf(journal.committed()), control);
        work.stored.values().removeIf(each -> !each.summaries().stream().allMatch(files::areThere));
        work.written.values().removeIf(each -> !files(each).stream().allMatch(files::areThere));
        return work;
    }

    /// How many transformed shards there are.
    int shardsWritten() {
        return written.size();
    }

    /// What is left of a transformed shard; empty if it has to be transformed.
    Optional<JournalEntry.Written> written(Shard shard) {
        return Optional.ofNullable(written.get(shard.key()));
    }

    /// The shards from the first on whose summaries are stored.
    ///
    /// @param shards those of the scan, in order
    List<JournalEntry.Scan> collected(int scan, List<Shard> shards) {
        int count = stored(scan).map(JournalEntry.Stored::shards).orElse(0);
        Map<ShardKey, JournalEntry.Scan> known = collected.getOrDefault(scan, Map.of());
        List<JournalEntry.Scan> first = new ArrayList<>();
        for (Shard shard : shards.subList(0, Math.min(count, shards.size()))) {
            JournalEntry.Scan of = known.get(shard.key());
            if (of == null) {
                return List.of();
            }
            first.add(of);
        }
        return first;
    }

    /// The stored summaries of a scan.
    Optional<JournalEntry.Stored> stored(int scan) {
        return Optional.ofNullable(stored.get(scan));
    }

    /// The names that its files get in the end.
    Set<String> files() {
        Set<String> names = new TreeSet<>();
        written.values().forEach(each -> files(each).forEach(file -> names.add(file.path())));
        return names;
    }

    /// The files of stored summaries.
    Set<String> summaryFiles() {
        Set<String> names = new TreeSet<>();
        stored.values().forEach(each -> each.summaries().forEach(file -> names.add(file.file())));
        return names;
    }

    private static List<Manifest.Output> files(JournalEntry.Written written) {
        List<Manifest.Output> files = new ArrayList<>(written.outputs());
        if (written.rejected() != null) {
            files.add(written.rejected());
        }
        return files;
    }

    /// Compares files with what is said of them.
    ///
    /// @param committed final names that files of the run may have already
    private record WholeFiles(Path root, Set<String> committed, RunControl control) {

        boolean areThere(Manifest.Output output) {
            Path target = root.resolve(output.path());
            return isWhole(OutputFolder.temporary(target), output.bytes(), output.hash())
                    || (committed.contains(output.path()) && isWhole(target, output.bytes(), output.hash()));
        }

        boolean areThere(JournalEntry.StoredSummary summary) {
            return isWhole(root.resolve(summary.file()), summary.bytes(), summary.hash());
        }

        private boolean isWhole(Path file, long bytes, String hash) {
            try {
                return Entry.isFile(file)
                        && Files.size(file) == bytes
                        && ContentHash.of(file, control::throwIfCancelled).equals(hash);
            } catch (NoSuchFileException _) {
                return false;
            } catch (IOException failure) {
                throw StorageException.reading(file, failure);
            }
        }
    }
}
