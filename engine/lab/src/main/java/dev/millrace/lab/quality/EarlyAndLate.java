package dev.millrace.lab.quality;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.Column;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.MissingTokens;
import dev.millrace.engine.format.Preview;
import dev.millrace.engine.format.ShardCodecs;
import dev.millrace.engine.stats.NumberCounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The early half of a dataset against the late half: one scan finds the median of the time, another one counts both
/// halves. Rows without a time are in neither.
public final class EarlyAndLate {

    private static final int LOOKED_AT = 100;

    private final Dataset dataset;
    private final MissingTokens missing;
    private final int column;

    /// Prepares the scans.
    ///
    /// @param column the time column
    public EarlyAndLate(Dataset dataset, MissingTokens missing, String column) {
        this.dataset = dataset;
        this.missing = missing;
        this.column = dataset.schema().position(column);
    }

    /// The first column whose first values are all dates with the year first.
    public static Optional<String> timeColumn(Dataset dataset) {
        Preview preview = Preview.of(new ShardCodecs(), dataset, dataset.shards().getFirst(), LOOKED_AT);
        for (int position = 0; position < preview.columns().size(); position++) {
            List<String> values = new ArrayList<>();
            for (List<String> row : preview.rows()) {
                values.add(row.get(position));
            }
            if (!values.isEmpty() && values.stream().allMatch(TimeText::isDate)) {
                return Optional.of(preview.columns().get(position));
            }
        }
        return Optional.empty();
    }

    /// The drift from early to late; empty if the column has no two different times.
    public Optional<Drift> drift() {
        NumberCounts.Collector times = new NumberCounts.Collector(ColumnSketch.MOST_GROUPS);
        DatasetScan.over(
                dataset,
                Set.of(column),
                block -> {
                    for (double time : times(block)) {
                        if (Double.isFinite(time)) {
                            times.add(NumberCounts.key(time), 1);
                        }
                    }
                });
        NumberCounts counted = times.counts();
        if (counted.groups() < 2) {
            return Optional.empty();
        }
        double median = Math.max(Spread.quantile(counted, 0.5), counted.least(1));
        TableFigures.Collector early = new TableFigures.Collector(dataset, missing);
        TableFigures.Collector late = new TableFigures.Collector(dataset, missing);
        DatasetScan.over(
                dataset,
                DatasetScan.columns(dataset),
                block -> {
                    double[] time = times(block);
                    early.add(block, row -> time[row] < median);
                    late.add(block, row -> time[row] >= median);
                });
        String time = dataset.schema().name(column);
        return Optional.of(Drift.between(early.figures("early"), late.figures("late")).without(time));
    }

    private double[] times(Block block) {
        Column view = block.column(column);
        double[] times = new double[block.rows()];
        for (int row = 0; row < times.length; row++) {
            times[row] = TimeText.number(view.text(row));
        }
        return times;
    }
}
