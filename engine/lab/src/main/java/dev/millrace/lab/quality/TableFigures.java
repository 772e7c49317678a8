package dev.millrace.lab.quality;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.MissingTokens;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/// What was counted of all columns of some rows.
///
/// @param name what the rows are called, such as `train`
/// @param columns in the order of the dataset, without those that can only be passed through
public record TableFigures(String name, List<ColumnFigures> columns) {

    public TableFigures {
        columns = List.copyOf(columns);
    }

    /// Counts a dataset in one scan.
    public static TableFigures of(String name, Dataset dataset, MissingTokens missing) {
        Collector collector = new Collector(dataset, missing);
        DatasetScan.over(dataset, DatasetScan.columns(dataset), block -> collector.add(block, ColumnSketch.ALL));
        return collector.figures(name);
    }

    public Optional<ColumnFigures> column(String column) {
        return columns.stream().filter(figures -> figures.name().equals(column)).findFirst();
    }

    /// Counts all columns of the blocks that it is given.
    static final class Collector {

        private final Map<Integer, ColumnSketch> sketches = new TreeMap<>();

        Collector(Dataset dataset, MissingTokens missing) {
            DatasetScan.columns(dataset)
                    .forEach(position ->
                            sketches.put(position, new ColumnSketch(dataset.schema().name(position), missing)));
        }

        void add(Block block, IntPredicate chosen) {
            sketches.forEach((position, sketch) -> sketch.add(block.column(position), block.rows(), chosen));
        }

        TableFigures figures(String name) {
            List<ColumnFigures> columns = new ArrayList<>();
            sketches.values().forEach(sketch -> columns.add(sketch.figures()));
            return new TableFigures(name, columns);
        }
    }
}
