package dev.millrace.lab.chart;

import dev.millrace.lab.quality.Drift;

import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.Layer;
import org.jfree.data.category.DefaultCategoryDataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The columns that differ most between two parts of the data.
final class DriftChart {

    private static final int MOST_COLUMNS = 20;
    private static final String NUMBERS = "Kolmogorov–Smirnov distance (numbers)";

    private static final double MODERATE = 0.1;
    private static final double LEAST_SCALE = 0.12; // so that differences that do not matter look like it

    private DriftChart() {}

    static List<Chart> of(List<Drift> drifts) {
        List<Chart> charts = new ArrayList<>();
        for (Drift drift : drifts) {
            if (!drift.columns().isEmpty()) {
                charts.add(of(drift));
            }
        }
        return charts;
    }

    private static Chart of(Drift drift) {
        List<Drift.ColumnDrift> columns =
                drift.columns().stream()
                        .sorted(Comparator.comparingDouble(DriftChart::figure).reversed())
                        .limit(MOST_COLUMNS)
                        .toList();
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        for (Drift.ColumnDrift column : columns) {
            String kind = column.ks() == null ? "PSI (categories)" : NUMBERS;
            data.addValue(figure(column), kind, column.column());
        }
        BarRenderer renderer = new BarRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setItemMargin(-0.8); // each column has one of the two bars only
        for (int series = 0; series < data.getRowCount(); series++) {
            renderer.setSeriesPaint(series, ChartStyle.colour(data.getRowKey(series).equals(NUMBERS) ? 0 : 1));
        }
        NumberAxis axis = ChartStyle.axisFromZero("0.1 is moderate; large from 0.2 (numbers) and 0.25 (categories)");
        CategoryPlot plot = new CategoryPlot(data, new CategoryAxis(), axis, renderer);
        axis.setRange(0, Math.max(LEAST_SCALE, 1.05 * figure(columns.getFirst())));
        plot.addRangeMarker(new ValueMarker(MODERATE, ChartStyle.INK, ChartStyle.DASHES), Layer.BACKGROUND);
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        String title = "Drift from " + drift.from() + " to " + drift.to();
        return new Chart(
                "drift_" + drift.from() + "_" + drift.to(),
                title,
                "The columns that differ most, the largest difference first; left of the dashed line they are stable.",
                140 + 22 * columns.size(),
                ChartStyle.chart(title, plot, true));
    }

    private static double figure(Drift.ColumnDrift column) {
        Double figure = column.ks() == null ? column.psi() : column.ks();
        return figure == null ? 0 : figure;
    }
}
