package dev.millrace.app.view;

import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import java.util.LinkedHashMap;
import java.util.Map;

/// The widths of a table's columns: what their texts need, which grows as its lines do. Room that is left over is
/// shared; if there is too little, the table can be moved.
public final class ColumnWidths {

    /// Height of a line with texts of the usual size, as in the stylesheet.
    public static final double LINE = 32;

    private static final double SCROLL_BAR = 12;

    private final TableView<?> table;
    private final Map<TableColumn<?, ?>, Double> needed = new LinkedHashMap<>();

    public ColumnWidths(TableView<?> table) {
        this.table = table;
        table.setFixedCellSize(LINE);
        table.widthProperty().subscribe(this::fit);
        table.fixedCellSizeProperty().subscribe(this::fit);
    }

    /// Adds a column.
    ///
    /// @param width that its texts need in the usual size
    public void add(TableColumn<?, ?> column, double width) {
        needed.put(column, width);
        fit();
    }

    /// Forgets the columns.
    public void clear() {
        needed.clear();
    }

    /// Lets a column be as wide as its texts need, however much room there is.
    ///
    /// @param width that they need in the usual size
    public static void grow(TableColumn<?, ?> column, TableView<?> table, double width) {
        column.prefWidthProperty().bind(table.fixedCellSizeProperty().multiply(width / LINE));
    }

    private void fit() {
        double scale = table.getFixedCellSize() / LINE;
        double all = scale * needed.values().stream().mapToDouble(Double::doubleValue).sum();
        double stretched = Math.max(1, (table.getWidth() - SCROLL_BAR) / Math.max(1, all));
        needed.forEach((column, width) -> column.setPrefWidth(width * scale * stretched));
    }
}
