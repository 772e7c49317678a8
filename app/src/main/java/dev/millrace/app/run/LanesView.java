package dev.millrace.app.run;

import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;

import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/// A lane for each worker: what it did in the course of the run, and what it is at; below them the heap, on the same
/// axis.
final class LanesView extends PaintedRegion {

    private final LanesPainter painter;
    private final LanesWords words;
    private final Tooltip tooltip = new Tooltip();
    private RunTrace trace;
    private int painted = -1;
    private int cursor = -1;

    LanesView(RunTrace trace, Texts texts, Figures figures) {
        this.trace = trace;
        words = new LanesWords(texts, figures);
        painter = new LanesPainter(words, figures);
        getStyleClass().add("lanes");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.NODE);
        setOnMouseMoved(this::hover);
        setOnMouseExited(_ -> tell(""));
        setOnKeyPressed(this::move);
        visibleProperty().subscribe(this::requestLayout); // nothing is painted while it is hidden
    }

    void setTrace(RunTrace other) {
        trace = other;
        cursor = -1;
        tell("");
        requestLayout();
    }

    /// Paints anew if something changed.
    void refresh() {
        LaneBoard board = trace.lanes();
        if (painted != board.revision()) {
            if (isSeen()) {
                repaint();
            } else {
                requestLayout();
            }
        }
    }

    @Override
    void paintAll() {
        painted = trace.lanes().revision();
        painter.paint(graphics(), paints(), grid(), trace);
        setAccessibleText(cursor < 0 ? words.summary(trace) : words.lane(trace, cursor));
    }

    private LanesGrid grid() {
        return LanesGrid.fitting(trace.lanes(), paintedWidth(), paintedHeight());
    }

    private void hover(MouseEvent event) {
        LanesGrid grid = grid();
        Point2D at = painted(event);
        int lane = grid.laneAt(at.getY());
        if (lane < 0) {
            tell(at.getY() >= grid.stripTop() ? words.memory(trace.lanes()) : "");
            return;
        }
        int span = trace.lanes().lanes().get(lane).at(grid.timeAt(at.getX()), trace.lanes().now());
        boolean onAxis = at.getX() >= grid.left() && at.getX() <= grid.right();
        tell(onAxis && span >= 0 ? words.span(trace, lane, span) : words.lane(trace, lane));
    }

    private void move(KeyEvent event) {
        int lanes = trace.lanes().lanes().size();
        int step =
                switch (event.getCode()) {
                    case UP -> -1;
                    case DOWN -> 1;
                    default -> 0;
                };
        if (step != 0 && lanes > 0) {
            cursor = Math.clamp((long) cursor + step, 0, lanes - 1);
            tell(words.lane(trace, cursor));
            setAccessibleText(words.lane(trace, cursor));
            event.consume();
        }
    }

    private void tell(String text) {
        if (text.isEmpty()) {
            Tooltip.uninstall(this, tooltip);
        } else {
            tooltip.setText(text);
            Tooltip.install(this, tooltip);
        }
    }
}
