package dev.millrace.engine.run;

import dev.millrace.engine.block.Block;

/// Transforms and writes one shard.
final class TransformTask implements ShardTask {

    private final Transforms transforms;
    private final OutputLayout.ShardOutput output;

    TransformTask(Transforms transforms, OutputLayout.ShardOutput output) {
        this.transforms = transforms;
        this.output = output;
    }

    @Override
    public void accept(Block block) {
        transforms.apply(block);
        output.write(block, transforms.edits());
    }

    @Override
    public Runnable finish() {
        output.finish();
        return () -> {};
    }

    @Override
    public void close() {
        output.close();
    }
}
