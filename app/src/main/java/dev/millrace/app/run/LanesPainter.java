package dev.millrace.app.run;

import dev.millrace.app.text.Figures;
import dev.millrace.app.theme.Fonts;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

import java.time.Duration;
import java.util.List;

/// Paints lanes. What is too narrow to be seen by itself is painted together, so that a lane costs no more than its
/// width, however many shards its worker did.
final class LanesPainter {

    private static final double BAR = 64;
    private static final double PADDING = 12;
    private static final double NARROW = 3;
    private static final double LETTER = 6.1;
    private static final double TRACK = 0.45;

    private final LanesWords words;
    private final Figures figures;
    private final Font font = Font.font(Fonts.REGULAR, 12);
    private final Font small = Font.font(Fonts.REGULAR, 11);

    LanesPainter(LanesWords words, Figures figures) {
        this.words = words;
        this.figures = figures;
    }

    void paint(GraphicsContext canvas, Paints paints, LanesGrid grid, RunTrace trace) {
        canvas.setFont(grid.isRoomy() ? font : small);
        canvas.setTextBaseline(VPos.CENTER);
        List<Lane> lanes = trace.lanes().lanes();
        for (int i = 0; i < lanes.size(); i++) {
            track(canvas, paints, grid, i);
            spans(canvas, paints, grid, trace, i);
            state(canvas, paints, grid, trace, i);
        }
        canvas.setFont(font);
        strip(canvas, paints, grid, trace.lanes());
        axis(canvas, paints, grid);
    }

    private static void track(GraphicsContext canvas, Paints paints, LanesGrid grid, int lane) {
        double y = grid.top(lane);
        canvas.setGlobalAlpha(TRACK);
        canvas.setFill(paints.line());
        canvas.fillRect(grid.left(), y, grid.right() - grid.left() - 8, grid.bar());
        canvas.setGlobalAlpha(1);
        if (grid.isReadable()) {
            canvas.setFill(paints.muted());
            canvas.setTextAlign(TextAlignment.RIGHT);
            canvas.fillText(String.valueOf(lane + 1), grid.left() - PADDING, y + grid.bar() / 2);
        }
    }

    private static void spans(GraphicsContext canvas, Paints paints, LanesGrid grid, RunTrace trace, int number) {
        Lane lane = trace.lanes().lanes().get(number);
        long now = trace.lanes().now();
        int lastPass = trace.board().passes() - 1;
        double y = grid.top(number);
        double from = -1;
        double to = -1;
        int first = 0;
        for (int span = 0; span < lane.spans(); span++) {
            double start = grid.x(lane.start(span));
            double end = grid.x(lane.end(span, now));
            boolean joins =
                    from >= 0
                            && start - to < 1
                            && end - start < NARROW
                            && lane.pass(span) == lane.pass(first)
                            && lane.outcome(span) == Lane.Outcome.DONE
                            && lane.outcome(first) == Lane.Outcome.DONE;
            if (!joins) {
                rectangle(canvas, colour(paints, lane, first, lastPass), from, to, y, grid.bar());
                from = start;
                first = span;
            }
            to = end;
        }
        rectangle(canvas, colour(paints, lane, first, lastPass), from, to, y, grid.bar());
    }

    private static void rectangle(
            GraphicsContext canvas, Paint colour, double from, double to, double y, double height) {
        if (from >= 0) {
            canvas.setFill(colour);
            canvas.fillRect(from, y, Math.max(1, to - from - (to - from > NARROW ? 1 : 0)), height);
        }
    }

    private static Paint colour(Paints paints, Lane lane, int span, int lastPass) {
        if (lane.spans() == 0) {
            return paints.line();
        }
        return switch (lane.outcome(span)) {
            case FAILED -> paints.danger();
            case STOPPED -> paints.line();
            case OPEN, DONE -> lane.pass(span) == lastPass ? paints.accent() : paints.accentSoft();
        };
    }

    /// What the worker is at, at the right.
    private void state(GraphicsContext canvas, Paints paints, LanesGrid grid, RunTrace trace, int number) {
        Lane lane = trace.lanes().lanes().get(number);
        double y = grid.top(number);
        double x = grid.right() + PADDING;
        boolean busy = lane.isBusy();
        if (busy) {
            double height = Math.min(6, grid.bar());
            double top = y + (grid.bar() - height) / 2;
            canvas.setFill(paints.line());
            canvas.fillRoundRect(x, top, BAR, height, height, height);
            canvas.setFill(paints.accent());
            canvas.fillRoundRect(x, top, Math.max(height, BAR * lane.share()), height, height, height);
        }
        if (grid.isReadable()) {
            canvas.setTextAlign(TextAlignment.LEFT);
            canvas.setFill(busy ? paints.text() : paints.muted());
            double left = busy ? x + BAR + PADDING : x;
            String text = busy ? words.busy(trace, number, fitting(grid.width() - left)) : words.resting(trace, number);
            canvas.fillText(text, left, y + grid.bar() / 2);
        }
    }

    private static int fitting(double width) {
        return (int) (width / LETTER);
    }

    private void strip(GraphicsContext canvas, Paints paints, LanesGrid grid, LaneBoard board) {
        double top = grid.stripTop();
        double bottom = top + LanesGrid.STRIP;
        MemoryHistory memory = board.memory();
        canvas.setGlobalAlpha(TRACK);
        canvas.setFill(paints.line());
        canvas.fillRect(grid.left(), top, grid.right() - grid.left() - 8, LanesGrid.STRIP);
        canvas.setGlobalAlpha(1);
        heldBack(canvas, paints, grid, board);
        canvas.setFill(paints.accentSoft());
        List<MemoryHistory.Sample> samples = memory.samples();
        for (int i = 0; i < samples.size(); i++) {
            double from = grid.x(samples.get(i).at());
            double to = grid.x(i + 1 < samples.size() ? samples.get(i + 1).at() : board.now());
            double height = LanesGrid.STRIP * samples.get(i).share();
            canvas.fillRect(from, bottom - height, Math.max(1, to - from), height);
        }
        canvas.setTextAlign(TextAlignment.RIGHT);
        canvas.setFill(paints.muted());
        canvas.fillText(words.heap(), grid.left() - PADDING, top + LanesGrid.STRIP / 2);
        canvas.setTextAlign(TextAlignment.LEFT);
        canvas.setFill(memory.isHeldBack() && board.isLive() ? paints.warning() : paints.muted());
        String told = words.memory(board);
        double x = grid.right() + PADDING;
        int fits = fitting(grid.width() - x);
        canvas.fillText(
                told.length() <= fits ? told : told.substring(0, Math.max(0, fits - 1)) + "…",
                x,
                top + LanesGrid.STRIP / 2);
    }

    private static void heldBack(GraphicsContext canvas, Paints paints, LanesGrid grid, LaneBoard board) {
        List<MemoryHistory.Step> steps = board.memory().steps();
        double top = grid.stripTop();
        for (int i = 0; i < steps.size(); i++) {
            double from = grid.x(steps.get(i).at());
            double to = grid.x(i + 1 < steps.size() ? steps.get(i + 1).at() : board.now());
            if (steps.get(i).depth() > 0) {
                canvas.setFill(paints.warningSoft());
                canvas.fillRect(from, top, Math.max(2, to - from), LanesGrid.STRIP);
                canvas.setFill(paints.warning());
                canvas.fillRect(from, top, Math.max(2, to - from), Math.min(8, 2.0 * steps.get(i).depth()));
            }
        }
    }

    private void axis(GraphicsContext canvas, Paints paints, LanesGrid grid) {
        double y = grid.stripTop() + LanesGrid.STRIP + LanesGrid.AXIS / 2 + 2;
        canvas.setFill(paints.muted());
        canvas.setTextAlign(TextAlignment.LEFT);
        canvas.fillText(figures.clock(Duration.ZERO), grid.left(), y);
        canvas.setTextAlign(TextAlignment.RIGHT);
        canvas.fillText(figures.duration(Duration.ofMillis(grid.end())), grid.right() - 8, y);
    }
}
