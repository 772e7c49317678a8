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

import java.util.Arrays;

/// Sends the rows of one shard to train, val and test, class by class in one scan.
final class RowRoutes {

    private final RowDraws draws;
    private final boolean byClass;
    private final ShardKey shard;
    private ShardDraw.@Nullable Selection[] selections = new ShardDraw.Selection[16]; // by place of the label

    RowRoutes(RowDraws draws, boolean byClass, ShardKey shard) {
        this.draws = draws;
        this.byClass = byClass;
        this.shard = shard;
    }

    /// @param labels those of the block's rows, null if there are none
    void apply(Block block, Edits edits, @Nullable LabelCells labels) {
        for (int row = 0; row < block.rows(); row++) {
            if (!edits.isIn(row)) {
                continue;
            }
            if (edits.times(row, Split.TRAIN) > 1) {
                throw repeated();
            }
            ShardDraw.Selection selection =
                    byClass && labels != null ? ofClass(labels, labels.place(row)) : selection(0, Strata.NO_CLASS);
            switch (selection.next()) {
                case RowDraws.TRAIN -> {}
                case RowDraws.VAL -> edits.route(row, Split.VAL);
                default -> edits.route(row, Split.TEST);
            }
        }
    }

    private ShardDraw.Selection ofClass(LabelCells labels, int place) {
        ShardDraw.Selection known = place < selections.length ? selections[place] : null;
        return known == null ? selection(place, labels.number(place)) : known;
    }

    private ShardDraw.Selection selection(int place, long number) {
        if (place >= selections.length) {
            selections = Arrays.copyOf(selections, place * 2);
        }
        ShardDraw.Selection selection = selections[place];
        if (selection == null) {
            selection = draws.selection(shard, number);
            selections[place] = selection;
        }
        return selection;
    }

    private static RecipeException repeated() {
        return new RecipeException(
                new Problem(
                        Place.of("strategy " + TabularSplit.ID),
                        "an earlier strategy repeats rows, and the copies of one row would come into different splits",
                        "Put " + TabularSplit.ID + " before the sampling with replacement"));
    }
}
