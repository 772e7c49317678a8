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
    private final OutputLayout.ShardOutput output;
    private final RejectedFiles rejectedFiles;
    private final RejectedRows rejected;
    private final RowCounts counts;
    private final RowCounts.OfShard own = new RowCounts.OfShard();
    private final Edits edits = new Edits();

    /// Begins to transform a shard.
    ///
    /// @param artifacts those of all strategies, by position in the recipe
    /// @param rejected takes in the shard's bad rows
    /// @param counts takes in what happened to the shard's rows
    TransformTask(
            Shard shard,
            Map<Integer, Artifact> artifacts,
            OutputLayout.ShardOutput output,
            RejectedFiles rejected,
            RowCounts counts) {
        this.shard = shard;
        this.transforms = artifacts.values().stream().map(artifact -> artifact.transform(shard.key())).toList();
        this.output = output;
        this.rejectedFiles = rejected;
        this.rejected = rejected.of(shard);
        this.counts = counts;
    }

    @Override
    public void accept(Block block) {
        edits.clear(shard.split(), block.rows());
        Block edited = block;
        for (Transform transform : transforms) {
            transform.apply(edited, edits);
            edited = edits.appliedTo(block);
        }
        own.add(edits);
        own.addBadRows(block.badRows().size());
        rejected.add(block, edits);
        output.write(block, edits);
    }

    @Override
    public Runnable finish() {
        output.finish();
        rejected.finish(file -> rejectedFiles.add(shard, file));
        List<Map<String, Long>> counted = new ArrayList<>();
        transforms.forEach(transform -> counted.add(Map.copyOf(transform.counts())));
        return () -> counts.add(own, counted);
    }

    @Override
    public void close() {
        try (rejected) {
            output.close();
        }
    }
}
