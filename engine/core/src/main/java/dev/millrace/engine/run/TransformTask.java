package dev.millrace.engine.run;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.Edits;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.strategy.Artifact;
import dev.millrace.engine.strategy.Transform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Transforms and writes one shard.
final class TransformTask implements ShardTask {

    private final Shard shard;
    private final List<Transform> transforms;
    private final int scanNumber;
    private final boolean perShard;
    private final OutputLayout.ShardOutput output;
    private final RejectedFiles rejectedFiles;
    private final RejectedRows rejected;
    private final RowCounts counts;
    private final Journal journal;
    private final StageClock stages;
    private final RowCounts.OfShard own = new RowCounts.OfShard();
    private final Edits edits = new Edits();

    /// Begins to transform a shard.
    ///
    /// @param artifacts those of all strategies, by position in the recipe
    /// @param rejected takes in the shard's bad rows
    /// @param counts takes in what happened to the shard's rows
    /// @param journal told of the shard's files when they are whole
    /// @param stages told how long writing takes
    TransformTask(
            int scanNumber,
            Shard shard,
            Map<Integer, Artifact> artifacts,
            OutputLayout layout,
            RejectedFiles rejected,
            RowCounts counts,
            Journal journal,
            StageClock stages) {
        this.scanNumber = scanNumber;
        this.shard = shard;
        this.perShard = layout.perShard();
        this.journal = journal;
        this.stages = stages;
        this.transforms = artifacts.values().stream().map(artifact -> artifact.transform(shard.key())).toList();
        this.output = layout.begin(shard);
        this.rejectedFiles = rejected;
        this.rejected = rejected.of(shard);
        this.counts = counts;
    }

    @Override
    public void accept(Block block) {
        long begun = System.nanoTime();
        edits.clear(shard.split(), block.rows());
        Block edited = block;
        for (Transform transform : transforms) {
            transform.apply(edited, edits);
            edited = edits.appliedTo(block);
        }
        own.add(edits);
        own.addBadRows(block.badRows().size());
        long transformed = System.nanoTime();
        stages.transformed(transformed - begun);
        rejected.add(block, edits);
        output.write(block, edits);
        stages.wrote(System.nanoTime() - transformed);
    }

    @Override
    public Runnable finish(ShardScan scan) {
        long begun = System.nanoTime();
        List<Manifest.Output> written = output.finish();
        stages.wrote(System.nanoTime() - begun);
        RejectedFile rejectedFile = rejected.finish();
        Manifest.Output badRows = rejectedFile == null ? null : rejectedFile.entry(shard.split());
        if (badRows != null) {
            rejectedFiles.keep(shard, badRows);
        }
        List<Map<String, Long>> counted = new ArrayList<>();
        transforms.forEach(transform -> counted.add(Map.copyOf(transform.counts())));
        if (perShard) {
            JournalEntry.Scan found = JournalEntry.Scan.of(scan);
            journal.append(new JournalEntry.Written(scanNumber, found, written, badRows, own.tally(), counted));
        }
        return () -> counts.add(own.tally(), counted);
    }

    @Override
    public Rejections rejected() {
        return rejected.soFar();
    }

    @Override
    public boolean canBeTriedAgain() {
        return perShard;
    }

    @Override
    public void close() {
        try (rejected) {
            output.close();
        }
    }
}
