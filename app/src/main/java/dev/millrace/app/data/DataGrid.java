package dev.millrace.app.data;

import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.engine.dataset.MissingTokens;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The rows of a shard as a table on a canvas: its cost depends on the screen, not on how many rows and columns there
/// are. Row numbers and the first column stay when the rest moves.
final class DataGrid extends GridPaints.Painted {

    private static final double BAR = GridView.BAR;
    private static final double LEAST_THUMB = 0.06;
    private static final int MEASURED_ROWS = 60;

    private final RowsViewModel rows;
    private final ProfileViewModel profile;
    private final GridPainter painter;
    private final HeadPainter heads;
    private final GridWords words;
    private final Canvas canvas = new Canvas();
    private final ScrollBar across = new ScrollBar();
    private final ScrollBar down = new ScrollBar();
    private final ObjectProperty<GridSelection> selection = new SimpleObjectProperty<>(GridSelection.FIRST);
    private MissingTokens missing = MissingTokens.OF_PANDAS;
    private GridColumns columns = new GridColumns(0);
    private List<String> shown = List.of(); // names of the columns
    private boolean revealing; // the cursor, which is not read yet

    DataGrid(RowsViewModel rows, ProfileViewModel profile, Texts texts, Figures figures) {
        this.rows = rows;
        this.profile = profile;
        heads = new HeadPainter(profile, paints, texts, figures);
        painter = new GridPainter(rows, profile, paints, figures, heads);
        words = new GridWords(rows, profile, texts, figures);
        getStyleClass().add("data-grid");
        across.setOrientation(Orientation.HORIZONTAL);
        down.setOrientation(Orientation.VERTICAL);
        across.setFocusTraversable(false);
        down.setFocusTraversable(false);
        canvas.setManaged(false);
        getChildren().addAll(canvas, across, down);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TABLE_VIEW);
        setMinSize(0, 0);
        setPrefSize(400, 300);
        across.valueProperty().subscribe(this::requestLayout);
        down.valueProperty().subscribe(this::requestLayout);
        rows.columnsProperty().subscribe(this::begin);
        rows.countProperty().subscribe(this::requestLayout);
        rows.revisionProperty().subscribe(this::requestLayout);
        profile.revisionProperty().subscribe(this::requestLayout);
        selection.subscribe(this::describe);
        addEventHandler(ScrollEvent.SCROLL, this::scroll);
        new GridKeys(this).install();
        new GridMouse(this, words).install();
    }

    /// The cursor and the chosen cells.
    ObjectProperty<GridSelection> selectionProperty() {
        return selection;
    }

    void setMissing(MissingTokens tokens) {
        missing = tokens;
        requestLayout();
    }

    /// Where a mouse is, in the measures of [#view()].
    Point2D at(MouseEvent event) {
        return new Point2D(event.getX() / scale(), event.getY() / scale());
    }

    /// What is on the screen now, in the measures of texts of the usual size.
    GridView view() {
        return new GridView(
                columns,
                Math.max(0, getWidth() - BAR) / scale(),
                Math.max(0, getHeight() - BAR) / scale(),
                painter.gutter(rows.rows()),
                across.getValue(),
                down.getValue(),
                rows.rows());
    }

    /// Moves the cursor, and the table with it if it must.
    void choose(GridSelection wanted) {
        GridSelection chosen = wanted.within(rows.rows(), columns.count());
        selection.set(chosen);
        if (!rows.columnsProperty().get().isEmpty()) {
            GridView view = view();
            across.setMax(view.mostLeft());
            down.setMax(view.mostTop());
            reveal(view);
            revealing = true;
        }
        requestLayout();
    }

    private void reveal(GridView view) {
        across.setValue(view.leftFor(selection.get().column()));
        down.setValue(view.topFor(selection.get().row()));
    }

    /// A column that is read for the first time changes its width, after it was brought into view.
    private void keepRevealed() {
        if (revealing) {
            reveal(view());
            revealing = rows.row(selection.get().row(), selection.get().column()) == null;
        }
    }

    /// Whether a text is cut off in its column.
    boolean isCutOff(String text, int column) {
        return !painter.cells().fits(text, columns.width(column) - 2 * GridPainter.PADDING) || text.contains("\n");
    }

    void resize(int column, double width) {
        columns.resize(column, width);
        requestLayout();
    }

    /// Gives a column the width of what is seen of it.
    void fit(int column) {
        double widest = heads.width(rows.columnsProperty().get().get(column));
        long from = view().firstRow();
        for (long row = from; row < Math.min(rows.rows(), from + MEASURED_ROWS); row++) {
            String cell = rows.cell(row, column);
            widest = cell == null ? widest : Math.max(widest, painter.cells().width(cell) + 2 * GridPainter.PADDING);
        }
        columns.fit(column, widest);
        requestLayout();
    }

    /// Another shard of the same columns keeps their widths and the column that is looked at.
    private void begin(List<String> names) {
        down.setValue(0);
        if (!names.isEmpty() && !names.equals(shown)) {
            shown = names;
            columns = new GridColumns(names.size());
            across.setValue(0);
            selection.set(GridSelection.FIRST);
        } else {
            selection.set(GridSelection.at(0, selection.get().column()));
        }
        requestLayout();
    }

    /// Columns are measured when cells of them are there for the first time.
    private void fitWhatIsThere(GridView view) {
        for (int column = 0; column < view.frozen(); column++) {
            fitOnce(column);
        }
        for (int column = view.firstColumn(); column <= view.lastColumn(); column++) {
            fitOnce(column);
        }
    }

    private void fitOnce(int column) {
        if (!columns.isFitted(column) && rows.row(view().firstRow(), column) != null) {
            fit(column);
        }
    }

    private void scroll(ScrollEvent event) {
        revealing = false;
        across.setValue(Math.clamp(across.getValue() - event.getDeltaX() / scale(), 0, across.getMax()));
        down.setValue(Math.clamp(down.getValue() - event.getDeltaY() / scale(), 0, down.getMax()));
        event.consume();
    }

    private void describe(GridSelection chosen) {
        setAccessibleText(words.cell(chosen.row(), chosen.column()));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(0, getWidth() - BAR);
        double height = Math.max(0, getHeight() - BAR);
        canvas.setWidth(getWidth());
        canvas.setHeight(height);
        boolean filled = !rows.columnsProperty().get().isEmpty();
        if (filled) {
            fitWhatIsThere(view());
        }
        GridView view = view();
        move(across, view.mostLeft(), view.width(), columns.total() + view.gutter());
        move(down, view.mostTop(), view.height() - GridView.HEAD, view.rows() * GridView.ROW);
        across.resizeRelocate(0, height, width, BAR);
        double head = GridView.HEAD * scale();
        down.resizeRelocate(width, head, BAR, Math.max(0, height - head));
        across.setVisible(view.mostLeft() > 0);
        down.setVisible(view.mostTop() > 0);
        keepRevealed();
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, getWidth(), height);
        if (filled) {
            GridView seen = view();
            rows.look(seen.firstRow(), seen.lastRow(), seen.firstColumn(), seen.lastColumn());
            pen.save();
            pen.scale(scale(), scale());
            painter.paint(pen, seen, selection.get(), missing);
            pen.restore();
        }
    }

    private static void move(ScrollBar bar, double most, double seen, double all) {
        bar.setMax(most);
        bar.setVisibleAmount(all <= 0 ? most : most * Math.clamp(seen / all, LEAST_THUMB, 1));
        bar.setUnitIncrement(GridView.ROW);
        bar.setBlockIncrement(Math.max(GridView.ROW, seen));
        if (bar.getValue() > most) {
            bar.setValue(most);
        }
    }

    @Nullable String name(int column) {
        List<String> names = rows.columnsProperty().get();
        return column >= 0 && column < names.size() ? names.get(column) : null;
    }

    ProfileViewModel profile() {
        return profile;
    }
}
