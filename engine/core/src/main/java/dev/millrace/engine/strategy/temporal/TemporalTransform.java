package dev.millrace.engine.strategy.temporal;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.Edits;
import dev.millrace.engine.strategy.Transform;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/// Sets the main target of a shard's rows, then sends them to their splits.
final class TemporalTransform implements Transform {

    private final @Nullable TargetMaximum targets;
    private final @Nullable RowRoutes routes;

    TemporalTransform(@Nullable TargetMaximum targets, @Nullable RowRoutes routes) {
        this.targets = targets;
        this.routes = routes;
    }

    @Override
    public void apply(Block block, Edits edits) {
        if (targets != null) {
            targets.apply(block, edits);
        }
        if (routes != null) {
            routes.apply(block, edits);
        }
    }

    @Override
    public Map<String, Long> counts() {
        return routes == null ? Map.of() : Map.of(RowRoutes.OOT, routes.laterRows());
    }
}
