package dev.millrace.app.data;

import javafx.scene.Scene;

/// Lets tests of the whole window use the grid as keys do.
public final class GridProbe {

    private GridProbe() {}

    /// Moves the cursor to a cell.
    public static void choose(Scene scene, long row, int column) {
        grid(scene).choose(GridSelection.at(row, column));
    }

    /// The cursor's row.
    public static long row(Scene scene) {
        return grid(scene).selectionProperty().get().row();
    }

    /// The cursor's column.
    public static int column(Scene scene) {
        return grid(scene).selectionProperty().get().column();
    }

    private static DataGrid grid(Scene scene) {
        return (DataGrid) scene.lookup("#grid");
    }
}
