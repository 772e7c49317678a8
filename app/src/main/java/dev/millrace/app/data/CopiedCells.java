package dev.millrace.app.data;

import dev.millrace.engine.browse.ShardRow;
import dev.millrace.engine.browse.ShardRows;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Cells as spreadsheets take them: a line for each row, tabs between cells, and quotes around a cell that holds a tab,
/// a quote or a line break.
final class CopiedCells {

    private CopiedCells() {}

    /// Reads the cells of a range. One cell comes alone, without a tab or a line break.
    static String of(ShardRows rows, GridSelection range, List<String> names) {
        List<Integer> columns = IntStream.rangeClosed(range.firstColumn(), range.lastColumn()).boxed().toList();
        int count = (int) (range.lastRow() - range.firstRow() + 1);
        List<ShardRow> found = rows.read(range.firstRow(), count, columns);
        if (range.cells() == 1) {
            return found.stream()
                    .map(row -> row.bad() == null ? row.cells().getFirst() : row.bad().raw())
                    .collect(Collectors.joining());
        }
        StringBuilder text = new StringBuilder();
        text.append(line(columns.stream().map(names::get).toList())).append('\n');
        found.stream().filter(row -> row.bad() == null).forEach(row -> text.append(line(row.cells())).append('\n'));
        return text.toString();
    }

    private static String line(List<String> cells) {
        return cells.stream().map(CopiedCells::quoted).collect(Collectors.joining("\t"));
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == '\t' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
