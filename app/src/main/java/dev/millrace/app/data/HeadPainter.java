package dev.millrace.app.data;

import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.engine.profile.ColumnProfile;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Paints the heads of the columns: type, name, how the values are spread, how many are missing. Figures of a sample
/// are paler than those of all rows.
final class HeadPainter {

    private static final double CHIP = 28;
    private static final double CHIP_HEIGHT = 16;
    private static final double NAME_Y = 18;
    private static final double CHART_TOP = 32;
    private static final double CHART_HEIGHT = 24;
    private static final double BAR_TOP = 62;
    private static final double BAR_HEIGHT = 3;
    private static final double NOTE_Y = 76;
    private static final double PADDING = GridPainter.PADDING;

    private final ProfileViewModel profile;
    private final GridPaints paints;
    private final Texts texts;
    private final Figures figures;
    private final TextFitter names = new TextFitter(Font.font("IBM Plex Sans SemiBold", 13));
    private final TextFitter chips = new TextFitter(Font.font("IBM Plex Sans SemiBold", 10));
    private final TextFitter notes = new TextFitter(Font.font("IBM Plex Sans", 11));

    HeadPainter(ProfileViewModel profile, GridPaints paints, Texts texts, Figures figures) {
        this.profile = profile;
        this.paints = paints;
        this.texts = texts;
        this.figures = figures;
    }

    /// The width that shows a column's name and its notes whole.
    double width(String name) {
        return Math.max(104, CHIP + 8 + names.width(name) + 2 * PADDING);
    }

    void paint(GraphicsContext pen, GridView view, List<String> columns, int chosen) {
        pen.setFill(paints.of(GridInk.HEAD));
        pen.fillRect(0, 0, view.width() + GridView.BAR, GridView.HEAD);
        for (int column = view.firstColumn(); column <= view.lastColumn(); column++) {
            paintHead(pen, view, columns.get(column), column, column == chosen);
        }
        pen.setFill(paints.of(GridInk.HEAD));
        pen.fillRect(0, 0, view.edge(), GridView.HEAD);
        for (int column = 0; column < view.frozen(); column++) {
            paintHead(pen, view, columns.get(column), column, column == chosen);
        }
        pen.setStroke(paints.of(GridInk.LINE));
        pen.setLineWidth(1);
        pen.strokeLine(0, GridView.HEAD - 0.5, view.width() + GridView.BAR, GridView.HEAD - 0.5);
    }

    private void paintHead(GraphicsContext pen, GridView view, String name, int column, boolean chosen) {
        double x = view.x(column);
        double width = view.columns().width(column);
        ColumnProfile known = profile.column(column);
        if (chosen) {
            pen.setFill(paints.of(GridInk.ACCENT_SOFT));
            pen.fillRect(x, 0, width, GridView.HEAD);
            pen.setFill(paints.of(GridInk.ACCENT));
            pen.fillRect(x, GridView.HEAD - 3, width, 3);
        }
        paintName(pen, name, known, x, width);
        if (known != null) {
            paintChart(pen, known, profile.isExact(column), x + PADDING, width - 2 * PADDING);
            paintMissing(pen, known, x + PADDING, width - 2 * PADDING);
        }
        pen.setStroke(paints.of(GridInk.LINE));
        pen.setLineWidth(1);
        double right = Math.floor(x + width) - 0.5;
        pen.strokeLine(right, 0, right, GridView.HEAD);
    }

    private void paintName(GraphicsContext pen, String name, @Nullable ColumnProfile known, double x, double width) {
        double at = x + PADDING;
        if (known != null) {
            pen.setFill(paints.of(GridInk.LINE));
            pen.fillRoundRect(at, NAME_Y - CHIP_HEIGHT / 2, CHIP, CHIP_HEIGHT, 6, 6);
            pen.setFill(paints.of(GridInk.TEXT));
            pen.setFont(chips.font());
            pen.setTextAlign(TextAlignment.CENTER);
            pen.fillText(ColumnWords.glyph(known.type()), at + CHIP / 2, NAME_Y);
            at += CHIP + 8;
        }
        pen.setFill(paints.of(GridInk.TEXT));
        pen.setFont(names.font());
        pen.setTextAlign(TextAlignment.LEFT);
        pen.fillText(names.fitted(name, x + width - PADDING - at), at, NAME_Y);
    }

    private void paintChart(GraphicsContext pen, ColumnProfile known, boolean exact, double x, double width) {
        List<Long> counts = ColumnChart.counts(known);
        if (counts.isEmpty()) {
            String word = known.type() == ColumnProfile.Type.EMPTY ? "data.head.empty" : "data.head.distinct";
            note(pen, texts.of(word, figures.count(known.distinct())), GridInk.MUTED, x, width, CHART_TOP + 14);
            return;
        }
        pen.setFill(paints.of(exact ? GridInk.BAR : GridInk.BAR_SOFT));
        ColumnChart.paint(pen, counts, x, CHART_TOP, Math.min(width, 160), CHART_HEIGHT);
    }

    private void paintMissing(GraphicsContext pen, ColumnProfile known, double x, double width) {
        double share = (double) known.missing() / Math.max(1, known.rows());
        pen.setFill(paints.of(GridInk.LINE));
        pen.fillRoundRect(x, BAR_TOP, width, BAR_HEIGHT, BAR_HEIGHT, BAR_HEIGHT);
        if (known.missing() > 0) {
            pen.setFill(paints.of(GridInk.WARNING));
            pen.fillRoundRect(x, BAR_TOP, Math.max(3, width * share), BAR_HEIGHT, BAR_HEIGHT, BAR_HEIGHT);
        }
        String percent = share > 0 && share < 0.01 ? "< 1 %" : figures.percent(share);
        String text = known.missing() == 0 ? texts.of("data.head.whole") : texts.of("data.head.missing", percent);
        note(pen, text, known.missing() == 0 ? GridInk.MUTED : GridInk.WARNING, x, width, NOTE_Y);
    }

    private void note(GraphicsContext pen, String text, GridInk ink, double x, double width, double y) {
        pen.setFont(notes.font());
        pen.setFill(paints.of(ink));
        pen.setTextAlign(TextAlignment.LEFT);
        pen.fillText(notes.fitted(text, width), x, y);
    }
}
