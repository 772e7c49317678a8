package dev.millrace.lab.chart;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.List;

/// What all charts look like: black on white, colours that those can tell apart who see few of them (Okabe and Ito
/// 2008), and a shape with each colour.
final class ChartStyle {

    static final Color BAND = new Color(0xEEEEEE);
    static final Color INK = new Color(0x333333);
    static final Stroke LINE = new BasicStroke(1.8f);
    static final Stroke DASHES =
            new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {5, 4}, 0);

    private static final List<Color> COLOURS =
            List.of(
                    new Color(0x0072B2),
                    new Color(0xD55E00),
                    new Color(0x009E73),
                    new Color(0xCC79A7),
                    new Color(0xE69F00),
                    new Color(0x56B4E9));
    private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 15);
    static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    private static final Color GRID = new Color(0xDDDDDD);

    private ChartStyle() {}

    static Color colour(int series) {
        return COLOURS.get(series % COLOURS.size());
    }

    /// A dot for even series, a diamond for odd ones.
    static Shape shape(int series) {
        double size = 3.6;
        if (series % 2 == 0) {
            return new Ellipse2D.Double(-size, -size, 2 * size, 2 * size);
        }
        Path2D diamond = new Path2D.Double();
        diamond.moveTo(0, -1.3 * size);
        diamond.lineTo(1.3 * size, 0);
        diamond.lineTo(0, 1.3 * size);
        diamond.lineTo(-1.3 * size, 0);
        diamond.closePath();
        return diamond;
    }

    /// An axis of numbers that need not begin at 0.
    static NumberAxis axis(String label) {
        NumberAxis axis = new NumberAxis(label);
        axis.setAutoRangeIncludesZero(false);
        return axis;
    }

    /// An axis from 0.
    static NumberAxis axisFromZero(String label) {
        NumberAxis axis = new NumberAxis(label);
        axis.setAutoRangeIncludesZero(true);
        return axis;
    }

    /// An axis of names, one for each whole number from 0.
    static SymbolAxis names(String label, List<String> names) {
        SymbolAxis axis = new SymbolAxis(label, names.toArray(String[]::new));
        axis.setGridBandsVisible(false);
        axis.setRange(-0.6, names.size() - 0.4);
        return axis;
    }

    static JFreeChart chart(String title, Plot plot, boolean legend) {
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlineVisible(false);
        switch (plot) {
            case XYPlot points -> {
                points.setDomainGridlinePaint(GRID);
                points.setRangeGridlinePaint(GRID);
                points.setAxisOffset(RectangleInsets.ZERO_INSETS);
                style(points.getDomainAxis());
                style(points.getRangeAxis());
            }
            case CategoryPlot bars -> {
                bars.setRangeGridlinePaint(GRID);
                style(bars.getDomainAxis());
                style(bars.getRangeAxis());
            }
            default -> throw new IllegalArgumentException("no style for " + plot.getPlotType());
        }
        JFreeChart chart = new JFreeChart(title, TITLE, plot, legend);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(8, 8, 8, 16));
        if (chart.getLegend() != null) {
            chart.getLegend().setItemFont(TEXT);
            chart.getLegend().setFrame(BlockBorder.NONE);
        }
        return chart;
    }

    private static void style(Axis axis) {
        axis.setLabelFont(TEXT);
        axis.setTickLabelFont(TEXT);
        axis.setTickLabelPaint(INK);
        axis.setLabelPaint(INK);
    }
}
