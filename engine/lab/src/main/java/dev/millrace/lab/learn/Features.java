package dev.millrace.lab.learn;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.Column;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.lab.quality.ColumnFigures;
import dev.millrace.lab.quality.TableFigures;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What a model sees of a row: the numerical columns of train but the label, each less its mean on train and divided by
/// its deviation there, within ±5 so that a stray value cannot throw the descent off; 0 where there is no number.
final class Features {

    private static final double MOST = 5;

    private final List<ColumnFigures> columns = new ArrayList<>();
    private final double[] means;
    private final double[] deviations;

    Features(TableFigures train, String label) {
        for (ColumnFigures column : train.columns()) {
            boolean varies = column.moments().standardDeviation() > 0;
            if (column.isNumerical() && varies && !column.name().equals(label)) {
                columns.add(column);
            }
        }
        means = columns.stream().mapToDouble(column -> column.moments().mean()).toArray();
        deviations = columns.stream().mapToDouble(column -> column.moments().standardDeviation()).toArray();
    }

    List<String> names() {
        return columns.stream().map(ColumnFigures::name).toList();
    }

    int size() {
        return means.length;
    }

    /// The positions of the columns in a dataset, and of the label.
    Set<Integer> positions(Dataset dataset, String label) {
        Set<Integer> positions = new TreeSet<>();
        names().forEach(name -> positions.add(dataset.schema().position(name)));
        positions.add(dataset.schema().position(label));
        return positions;
    }

    /// The features of the rows of a block.
    Rows of(Dataset dataset, Block block) {
        List<Column> views = names().stream().map(name -> block.column(dataset.schema().position(name))).toList();
        return new Rows(views);
    }

    /// The features of one block's rows.
    final class Rows {

        private final List<Column> views;

        private Rows(List<Column> views) {
            this.views = views;
        }

        /// Fills in the features of a row.
        void read(int row, double[] features) {
            for (int i = 0; i < features.length; i++) {
                double standardised = (views.get(i).number(row) - means[i]) / deviations[i];
                features[i] = Double.isNaN(standardised) ? 0 : Math.clamp(standardised, -MOST, MOST);
            }
        }
    }
}
