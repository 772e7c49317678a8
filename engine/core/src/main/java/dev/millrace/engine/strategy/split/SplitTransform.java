package dev.millrace.engine.strategy.split;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.Edits;
import dev.millrace.engine.strategy.Transform;

import org.jspecify.annotations.Nullable;

/// Numbers the labels of a shard, then sends its rows to their splits.
final class SplitTransform implements Transform {

    private final @Nullable LabelCells labels;
    private final @Nullable RowRoutes routes;

    SplitTransform(@Nullable LabelCells labels, @Nullable RowRoutes routes) {
        this.labels = labels;
        this.routes = routes;
    }

    @Override
    public void apply(Block block, Edits edits) {
        if (labels != null) {
            labels.apply(block, edits);
        }
        if (routes != null) {
            routes.apply(block, edits, labels);
        }
    }
}
