package dev.millrace.app.recipe;

import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.run.SampleRun;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What differs after a strategy.
///
/// @param columns positions of the columns in which a cell differs
/// @param cells how many cells differ
/// @param goesTo rows by the split they go to, if some go elsewhere
/// @param leftOut rows that the strategy leaves out
/// @param moves whether rows go elsewhere, are left out or repeated
record SampleChanges(List<Integer> columns, long cells, Map<Split, Integer> goesTo, int leftOut, boolean moves) {

    SampleChanges {
        columns = List.copyOf(columns);
    }

    static SampleChanges of(SampleRun run) {
        List<Integer> columns = new ArrayList<>();
        long cells = 0;
        for (int column = 0; column < run.columns().size(); column++) {
            long differ = 0;
            for (SampleRun.Row row : run.rows()) {
                differ += row.before().get(column).equals(row.after().get(column)) ? 0 : 1;
            }
            if (differ > 0) {
                columns.add(column);
                cells += differ;
            }
        }
        Map<Split, Integer> goesTo = new EnumMap<>(Split.class);
        int leftOut = 0;
        boolean moves = false;
        for (SampleRun.Row row : run.rows()) {
            if (row.to() != null) {
                goesTo.merge(row.to(), row.times(), Integer::sum);
            }
            leftOut += row.from() != null && row.to() == null ? 1 : 0;
            moves |= row.moved();
        }
        return new SampleChanges(columns, cells, goesTo, leftOut, moves);
    }
}
