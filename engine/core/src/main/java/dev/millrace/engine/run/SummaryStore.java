package dev.millrace.engine.run;

import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.problem.StorageException;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Stores now and then what the fits of a scan have collected of its first shards, so that a run that is resumed need
/// not read them again. Shards come in order, on any thread but never two at once.
final class SummaryStore {

    private final OutputFolder folder;
    private final Journal journal;
    private final EarlierWork earlier;
    private final long everyNanos;
    private final boolean stores;
    private long storedAt = System.nanoTime();
    private int shards; // of the scan, that are collected
    private List<JournalEntry.StoredSummary> latest = List.of();

    /// Makes a store.
    ///
    /// @param stores whether anything is stored; what was is given back in any case
    SummaryStore(OutputClaim claim, RunSafety safety, boolean stores) {
        this.folder = claim.folder();
        this.journal = claim.journal();
        this.earlier = claim.earlier();
        this.everyNanos = safety.storeEvery().toNanos();
        this.stores = stores;
    }

    /// Begins a scan.
    ///
    /// @param fits get what is stored of the scan
    /// @return the shards, from the first on, that need not be read
    List<JournalEntry.Scan> begin(int scan, List<Shard> all, Map<Integer, RunningFit<?>> fits) {
        List<JournalEntry.Scan> collected = earlier.collected(scan, all);
        shards = collected.size();
        latest = List.of();
        if (!collected.isEmpty()) {
            latest = earlier.stored(scan).orElseThrow().summaries();
            latest.forEach(summary -> restore(summary, fits));
        }
        return collected;
    }

    private void restore(JournalEntry.StoredSummary summary, Map<Integer, RunningFit<?>> fits) {
        Path file = folder.root().resolve(summary.file());
        RunningFit<?> fit = fits.get(summary.strategy());
        if (fit == null) {
            throw new IllegalStateException(file + " is of a strategy that this scan does not fit");
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            fit.restore(in, summary.bytes());
        } catch (IOException failure) {
            throw StorageException.reading(file, failure);
        }
    }

    /// Another shard was collected, and its summaries are folded into the fits.
    void collected(int scan, ShardScan shard, Map<Integer, RunningFit<?>> fits) {
        shards++;
        if (!stores) {
            return;
        }
        journal.append(new JournalEntry.Collected(scan, JournalEntry.Scan.of(shard)));
        if (System.nanoTime() - storedAt >= everyNanos) {
            store(scan, fits);
        }
    }

    private void store(int scan, Map<Integer, RunningFit<?>> fits) {
        List<JournalEntry.StoredSummary> summaries = new ArrayList<>();
        fits.forEach((strategy, fit) -> summaries.add(store(scan, strategy, fit)));
        journal.append(new JournalEntry.Stored(scan, shards, summaries));
        journal.force();
        List<JournalEntry.StoredSummary> replaced = latest;
        latest = summaries;
        folder.discard(replaced.stream().map(summary -> folder.root().resolve(summary.file())).toList());
        storedAt = System.nanoTime();
    }

    private JournalEntry.StoredSummary store(int scan, int strategy, RunningFit<?> fit) {
        String path =
                String.format(
                        Locale.ROOT,
                        "%s/.scan-%d.strategy-%d.shards-%d%s",
                        OutputFolder.RUN,
                        scan,
                        strategy,
                        shards,
                        OutputFolder.PARTIAL);
        try (StagedFile file = folder.stageScratch(path);
                BufferedOutputStream buffered = new BufferedOutputStream(file, 1 << 16)) {
            fit.save(buffered);
            buffered.flush();
            file.finish();
            return new JournalEntry.StoredSummary(strategy, path, file.bytes(), file.hash());
        } catch (IOException failure) {
            throw StorageException.writing(folder.root().resolve(path), failure);
        }
    }
}
