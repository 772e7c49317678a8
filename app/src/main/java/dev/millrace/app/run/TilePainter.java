package dev.millrace.app.run;

import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.app.theme.Fonts;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/// Paints tiles. A tile is empty while its shard waits, fills up while it is read, and is full when it is done: the
/// share can be seen without its colour.
final class TilePainter {

    private static final double ARC = 8;
    private static final double PADDING = 12;
    private static final double BAR = 4;
    private static final double MARK_FROM = 24;

    private final Texts texts;
    private final Figures figures;
    private final Font nameFont = Font.font(Fonts.SEMI_BOLD, 13);
    private final Font statusFont = Font.font(Fonts.REGULAR, 12);
    private final Font markFont = Font.font(13);

    TilePainter(Texts texts, Figures figures) {
        this.texts = texts;
        this.figures = figures;
    }

    /// Share of the work of all passes, 0 to 1.
    static double share(ShardBoard board, int shard) {
        double share = 0;
        for (int pass = 0; pass < board.passes(); pass++) {
            share += share(board, pass, shard);
        }
        return share / board.passes();
    }

    private static double share(ShardBoard board, int pass, int shard) {
        return switch (board.state(pass, shard)) {
            case DONE, SKIPPED -> 1;
            case READING -> board.share(shard);
            case QUEUED, STOPPED, FAILED -> 0;
        };
    }

    /// Paints one tile.
    ///
    /// @param at its place in the grid
    void paint(GraphicsContext canvas, Paints paints, TileGrid grid, ShardBoard board, int shard, int at) {
        double x = grid.x(at);
        double y = grid.y(at);
        canvas.clearRect(x - grid.gap() / 2, y - grid.gap() / 2, grid.width() + grid.gap(), grid.height() + grid.gap());
        if (grid.isCards()) {
            card(canvas, paints, grid, board, shard, x, y);
        } else {
            cell(canvas, paints, grid, board, shard, x, y);
        }
    }

    private static Paint colour(Paints paints, TileState state) {
        return switch (state) {
            case QUEUED, STOPPED, SKIPPED -> paints.muted();
            case READING -> paints.accent();
            case DONE -> paints.done();
            case FAILED -> paints.danger();
        };
    }

    private void cell(
            GraphicsContext canvas, Paints paints, TileGrid grid, ShardBoard board, int shard, double x, double y) {
        TileState state = board.seen(shard);
        double size = grid.width();
        double arc = size >= MARK_FROM ? ARC / 2 : size >= 9 ? 2 : 0;
        canvas.setFill(paints.line());
        canvas.fillRoundRect(x, y, size, size, arc, arc);
        if (size >= 6) {
            canvas.setFill(paints.surface());
            canvas.fillRoundRect(x + 1, y + 1, size - 2, size - 2, arc, arc);
        }
        double filled = state == TileState.FAILED ? 1 : share(board, shard);
        if (filled > 0) {
            double height = Math.max(1, Math.round(size * filled));
            canvas.setFill(
                    colour(paints, state == TileState.DONE || state == TileState.FAILED ? state : TileState.READING));
            canvas.fillRoundRect(x, y + size - height, size, height, arc, arc);
        }
        if (state == TileState.FAILED && size >= 5) {
            canvas.setStroke(paints.surface());
            canvas.setLineWidth(Math.max(1, size / 10));
            double inset = size * 0.28;
            canvas.strokeLine(x + inset, y + inset, x + size - inset, y + size - inset);
            canvas.strokeLine(x + size - inset, y + inset, x + inset, y + size - inset);
        } else if (size >= MARK_FROM && state == TileState.DONE) {
            canvas.setFill(paints.surface());
            canvas.setFont(markFont);
            canvas.fillText(state.mark(), x + size / 2 - 5, y + size / 2 + 5);
        }
    }

    private void card(
            GraphicsContext canvas, Paints paints, TileGrid grid, ShardBoard board, int shard, double x, double y) {
        TileState state = board.seen(shard);
        canvas.setFill(paints.surface());
        canvas.fillRoundRect(x, y, grid.width(), grid.height(), ARC, ARC);
        canvas.setStroke(state == TileState.FAILED ? colour(paints, state) : paints.line());
        canvas.setLineWidth(1);
        canvas.strokeRoundRect(x + 0.5, y + 0.5, grid.width() - 1, grid.height() - 1, ARC, ARC);
        canvas.setFill(colour(paints, state));
        canvas.setFont(markFont);
        canvas.fillText(state.mark(), x + PADDING, y + 25);
        canvas.setFill(paints.text());
        canvas.setFont(nameFont);
        canvas.fillText(name(board, shard, grid), x + PADDING + 20, y + 25);
        canvas.setFill(paints.muted());
        canvas.setFont(statusFont);
        canvas.fillText(status(board, shard, state), x + PADDING + 20, y + 44);
        bars(canvas, paints, grid, board, shard, x, y + grid.height() - PADDING - BAR + 2);
    }

    private static void bars(
            GraphicsContext canvas, Paints paints, TileGrid grid, ShardBoard board, int shard, double x, double y) {
        double width = (grid.width() - 2 * PADDING - (board.passes() - 1) * BAR) / board.passes();
        for (int pass = 0; pass < board.passes(); pass++) {
            double left = x + PADDING + pass * (width + BAR);
            canvas.setFill(paints.line());
            canvas.fillRoundRect(left, y, width, BAR, BAR, BAR);
            double filled = width * share(board, pass, shard);
            if (filled > 0 && board.state(pass, shard) != TileState.SKIPPED) {
                canvas.setFill(colour(paints, board.state(pass, shard)));
                canvas.fillRoundRect(left, y, Math.max(BAR, filled), BAR, BAR, BAR);
            }
        }
    }

    private static String name(ShardBoard board, int shard, TileGrid grid) {
        String name = board.name(shard);
        int fits = (int) ((grid.width() - 2 * PADDING - 20) / 7.4);
        return name.length() <= fits ? name : "…" + name.substring(name.length() - Math.max(1, fits - 1));
    }

    private String status(ShardBoard board, int shard, TileState state) {
        return switch (state) {
            case DONE -> texts.of("run.tile.done", board.rows(shard), duration(board, shard));
            case READING -> texts.of("run.tile.reading", figures.percent(board.share(shard)));
            case QUEUED, STOPPED, FAILED, SKIPPED -> texts.of(state);
        };
    }

    /// A tile in words, for its tooltip and for those who do not see it.
    String describe(ShardBoard board, int shard) {
        TileState state = board.seen(shard);
        return texts.of(
                "run.tile.tip",
                board.name(shard),
                texts.of(state),
                figures.count(board.rows(shard)),
                duration(board, shard),
                figures.percent(share(board, shard)));
    }

    /// The whole board in words.
    String summary(ShardBoard board) {
        Map<TileState, Integer> counts = new EnumMap<>(TileState.class);
        for (int shard = 0; shard < board.size(); shard++) {
            counts.merge(board.seen(shard), 1, Integer::sum);
        }
        return texts.of(
                "run.tiles.summary",
                counts.getOrDefault(TileState.DONE, 0),
                counts.getOrDefault(TileState.READING, 0),
                counts.getOrDefault(TileState.QUEUED, 0),
                counts.getOrDefault(TileState.FAILED, 0));
    }

    private String duration(ShardBoard board, int shard) {
        return figures.duration(Duration.ofMillis(board.millis(shard)));
    }
}
