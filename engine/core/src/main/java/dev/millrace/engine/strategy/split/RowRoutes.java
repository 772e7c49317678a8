package dev.millrace.engine.strategy.split;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.Edits;
import dev.millrace.engine.dataset.ShardKey;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.problem.RecipeException;
import dev.millrace.engine.stats.ShardDraw;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/// Sends the rows of one shard to train, val and test, class by class in one scan.
final class RowRoutes {

    private final RowDraws draws;
    private final boolean byClass;
    private final ShardKey shard;
    private final Map<Long, ShardDraw.Selection> selections = new HashMap<>();

    RowRoutes(RowDraws draws, boolean byClass, ShardKey shard) {
        this.draws = draws;
        this.byClass = byClass;
        this.shard = shard;
    }

    /// @param labels those of the block's rows, null if there are none
    void apply(Block block, Edits edits, @Nullable LabelCells labels) {
        long current = Strata.NO_CLASS;
        ShardDraw.Selection selection = selection(current);
        for (int row = 0; row < block.rows(); row++) {
            if (!edits.isIn(row)) {
                continue;
            }
            if (edits.times(row, Split.TRAIN) > 1) {
                throw repeated();
            }
            if (byClass && labels != null && labels.number(row) != current) {
                current = labels.number(row);
                selection = selection(current);
            }
            switch (selection.next()) {
                case RowDraws.TRAIN -> {}
                case RowDraws.VAL -> edits.route(row, Split.VAL);
                default -> edits.route(row, Split.TEST);
            }
        }
    }

    private ShardDraw.Selection selection(long number) {
        return selections.computeIfAbsent(number, _ -> draws.selection(shard, number));
    }

    private static RecipeException repeated() {
        return new RecipeException(
                new Problem(
                        Place.of("strategy " + TabularSplit.ID),
                        "an earlier strategy repeats rows, and the copies of one row would come into different splits",
                        "Put " + TabularSplit.ID + " before the sampling with replacement"));
    }
}
