package dev.millrace.engine.strategy.impute;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.strategy.FitRound;
import dev.millrace.engine.strategy.Holding;

import java.util.List;

/// Scans one shard again, a column at a time.
final class RefineFit implements FitRound.Fit<RefineSummary> {

    private final List<ColumnScan> columns;
    private int[] codes = new int[0];

    RefineFit(List<ColumnScan> columns) {
        this.columns = columns;
    }

    @Override
    public void add(Split split, Block block) {
        if (codes.length < block.rows()) {
            codes = new int[block.rows()];
        }
        for (ColumnScan column : columns) {
            column.add(block, codes);
        }
    }

    @Override
    public List<Holding> holdings() {
        return columns.stream().map(ColumnScan::holding).toList();
    }

    @Override
    public RefineSummary summary() {
        return new RefineSummary(columns.stream().map(ColumnScan::finding).toList());
    }
}
