package dev.millrace.lab.chart;

import dev.millrace.lab.result.Scaling;
import dev.millrace.lab.statistics.LineFit;
import dev.millrace.lab.statistics.ScalabilityFit;

import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

import java.util.Optional;
import java.util.stream.Collectors;

/// Charts of how time grows with data and falls with workers.
final class ScalingCharts {

    private static final int CURVE_POINTS = 60;

    private ScalingCharts() {}

    /// Every run's time over the size of its data, with the fitted line of each mode.
    static Optional<Chart> bySize(Scaling scaling) {
        XYSeriesCollection data = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();
        for (Scaling.BySize side : scaling.bySize()) {
            int colour = data.getSeriesCount() / 2;
            XYSeries points = new XYSeries(side.side());
            side.points().forEach(point -> points.add(point.bytes() / 1e6, point.seconds()));
            addDots(data, points, renderer, colour);
            LineFit line = side.line();
            if (line != null) {
                XYSeries fitted = new XYSeries(side.side() + ", fitted");
                fitted.add(points.getMinX(), line.at(points.getMinX()));
                fitted.add(points.getMaxX(), line.at(points.getMaxX()));
                addLine(data, fitted, renderer, colour);
            }
        }
        if (data.getSeriesCount() == 0) {
            return Optional.empty();
        }
        NumberAxis size = ChartStyle.axisFromZero("MB of data");
        XYPlot plot = new XYPlot(data, size, ChartStyle.axisFromZero("time, s"), renderer);
        String meaning = scaling.bySize().stream().map(Scaling.BySize::finding).collect(Collectors.joining(" "));
        return Optional.of(
                new Chart(
                        "latency_vs_data_size",
                        "Time over the size of the data",
                        meaning,
                        420,
                        ChartStyle.chart("Time over the size of the data", plot, true)));
    }

    /// Every run's speed as a multiple of one worker's, with the fitted law.
    static Optional<Chart> byWorkers(Scaling scaling) {
        Scaling.ByWorkers found = scaling.byWorkers();
        if (found == null || found.law() == null) {
            return Optional.empty();
        }
        ScalabilityFit law = found.law();
        XYSeriesCollection data = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();
        XYSeries points = new XYSeries("runs");
        found.points().forEach(point -> points.add(point.workers(), law.oneWorker() / point.seconds()));
        addDots(data, points, renderer, 0);
        XYSeries curve = new XYSeries("Universal Scalability Law");
        XYSeries linear = new XYSeries("as many times as workers");
        for (int i = 0; i <= CURVE_POINTS; i++) {
            double workers = 1 + (points.getMaxX() - 1) * i / CURVE_POINTS;
            curve.add(workers, law.speedup(workers));
            linear.add(workers, workers);
        }
        addLine(data, curve, renderer, 0);
        addLine(data, linear, renderer, 3);
        renderer.setSeriesStroke(2, ChartStyle.DASHES);
        NumberAxis workers = ChartStyle.axis("workers");
        workers.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        XYPlot plot = new XYPlot(data, workers, ChartStyle.axisFromZero("times as fast as one worker"), renderer);
        return Optional.of(
                new Chart(
                        "speedup_vs_workers",
                        "Speed over the number of workers",
                        found.finding(),
                        420,
                        ChartStyle.chart("Speed over the number of workers", plot, true)));
    }

    static void addDots(XYSeriesCollection data, XYSeries points, XYLineAndShapeRenderer renderer, int colour) {
        add(data, points, renderer, colour);
        int series = data.getSeriesCount() - 1;
        renderer.setSeriesLinesVisible(series, false);
        renderer.setSeriesShape(series, ChartStyle.shape(colour));
    }

    static void addLine(XYSeriesCollection data, XYSeries line, XYLineAndShapeRenderer renderer, int colour) {
        add(data, line, renderer, colour);
        int series = data.getSeriesCount() - 1;
        renderer.setSeriesShapesVisible(series, false);
        renderer.setSeriesStroke(series, ChartStyle.LINE);
    }

    private static void add(XYSeriesCollection data, XYSeries added, XYLineAndShapeRenderer renderer, int colour) {
        data.addSeries(added);
        renderer.setSeriesPaint(data.getSeriesCount() - 1, ChartStyle.colour(colour));
    }
}
