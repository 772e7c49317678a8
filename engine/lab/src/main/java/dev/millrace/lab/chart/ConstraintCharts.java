package dev.millrace.lab.chart;

import dev.millrace.lab.learn.ModelQuality;
import dev.millrace.lab.measure.MeasuredRun;
import dev.millrace.lab.measure.Metric;
import dev.millrace.lab.result.ConstraintPoint;

import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Charts of the constraint experiment.
final class ConstraintCharts {

    private static final int HEIGHT = 420;

    private final List<MeasuredRun> runs; // those that failed too
    private final List<ConstraintPoint> points;

    ConstraintCharts(List<ConstraintPoint> points) {
        this.runs = points.stream().map(ConstraintPoint::run).toList();
        this.points = points.stream().filter(point -> point.run().counts()).toList();
    }

    /// Time over memory, the points of the front apart.
    Optional<Chart> tradeOff() {
        if (points.isEmpty()) {
            return Optional.empty();
        }
        XYSeries front = new XYSeries("on the front");
        XYSeries others = new XYSeries("bettered by another point");
        for (ConstraintPoint point : points) {
            (point.onFront() ? front : others).add(Metric.PEAK_MEMORY.of(point.run()), Metric.LATENCY.of(point.run()));
        }
        XYSeriesCollection data = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();
        ScalingCharts.addDots(data, others, renderer, 3);
        ScalingCharts.addDots(data, front, renderer, 0);
        renderer.setSeriesLinesVisible(1, true); // in the order of memory
        NumberAxis memory = ChartStyle.axisFromZero("peak memory of the process, MB");
        XYPlot plot = new XYPlot(data, memory, ChartStyle.axisFromZero("time, s"), renderer);
        return Optional.of(
                new Chart(
                        "trade_off",
                        "Time against memory",
                        "Each dot is one setting of block size, heap and processors; nothing is at least as good as a"
                                + " point of the front in time, memory and model and better in one of them.",
                        HEIGHT,
                        ChartStyle.chart("Time against memory", plot, true)));
    }

    /// Throughput over the heap's limit.
    Optional<Chart> throughput() {
        XYSeriesCollection data = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();
        for (int processors : processors()) {
            XYSeries series = new XYSeries(processors == 1 ? "1 processor" : processors + " processors");
            for (ConstraintPoint point : points) {
                if (point.run().side().processors() == processors) {
                    series.add(point.run().side().memoryMb(), Metric.THROUGHPUT_BYTES.of(point.run()));
                }
            }
            ScalingCharts.addDots(data, series, renderer, data.getSeriesCount());
        }
        if (data.getSeriesCount() == 0) {
            return Optional.empty();
        }
        NumberAxis memory = ChartStyle.axisFromZero("limit of the heap, MiB");
        XYPlot plot = new XYPlot(data, memory, ChartStyle.axisFromZero("throughput, MB/s"), renderer);
        return Optional.of(
                new Chart(
                        "throughput_vs_memory",
                        "Throughput over memory",
                        "Each dot is one setting of block size, heap and processors.",
                        HEIGHT,
                        ChartStyle.chart("Throughput over memory", plot, true)));
    }

    /// What a model makes of the output, over memory.
    Optional<Chart> accuracy() {
        XYSeries series = new XYSeries("a model's figure");
        String name = "";
        for (ConstraintPoint point : points) {
            ModelQuality quality = point.quality();
            if (quality != null) {
                name = quality.figureName();
                series.add(Metric.PEAK_MEMORY.of(point.run()), quality.figure());
            }
        }
        if (series.isEmpty()) {
            return Optional.empty();
        }
        XYSeriesCollection data = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();
        ScalingCharts.addDots(data, series, renderer, 0);
        NumberAxis memory = ChartStyle.axisFromZero("peak memory of the process, MB");
        NumberAxis figure = ChartStyle.axis(name);
        figure.setRange(Math.min(0, series.getMinY()), 1);
        XYPlot plot = new XYPlot(data, memory, figure, renderer);
        return Optional.of(
                new Chart(
                        "resource_vs_accuracy",
                        name + " of a model over memory",
                        series.getMinY() == series.getMaxY()
                                ? "All dots have the same height: what comes out does not depend on limits."
                                : "The dots differ, though what comes out must not depend on limits: a fault of"
                                        + " Millrace.",
                        HEIGHT,
                        ChartStyle.chart(name + " of a model over memory", plot, false)));
    }

    /// Time over block size and heap, a map for each number of processors.
    List<Chart> heatMaps() {
        List<Chart> maps = new ArrayList<>();
        for (int processors : processors()) {
            maps.add(
                    HeatMap.of(
                            runs.stream().filter(run -> run.side().processors() == processors).toList(),
                            runs,
                            processors));
        }
        return maps;
    }

    private List<Integer> processors() {
        TreeSet<Integer> counts = new TreeSet<>();
        points.forEach(point -> counts.add(point.run().side().processors()));
        return List.copyOf(counts);
    }
}
