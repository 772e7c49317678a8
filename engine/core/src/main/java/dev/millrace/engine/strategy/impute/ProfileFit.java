package dev.millrace.engine.strategy.impute;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.strategy.FitRound;
import dev.millrace.engine.strategy.Holding;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Profiles one shard, a column at a time.
final class ProfileFit implements FitRound.Fit<ProfileSummary> {

    private final List<ColumnProfiler> columns;
    private long rows;
    private int[] codes = new int[0];

    ProfileFit(List<ColumnProfiler> columns) {
        this.columns = columns;
    }

    @Override
    public void add(Split split, Block block) {
        if (codes.length < block.rows()) {
            codes = new int[block.rows()];
        }
        for (ColumnProfiler column : columns) {
            column.add(block, codes);
        }
        rows += block.rows();
    }

    @Override
    public List<Holding> holdings() {
        return columns.stream().map(ColumnProfiler::holding).toList();
    }

    @Override
    public boolean lighten() {
        Optional<ColumnProfiler> largest =
                columns.stream()
                        .filter(ColumnProfiler::canLeaveTexts)
                        .max(Comparator.comparingLong(column -> column.holding().bytes()));
        largest.ifPresent(ColumnProfiler::leaveTexts);
        return largest.isPresent();
    }

    @Override
    public ProfileSummary summary() {
        return new ProfileSummary(rows, columns.stream().map(ColumnProfiler::profile).toList());
    }
}
