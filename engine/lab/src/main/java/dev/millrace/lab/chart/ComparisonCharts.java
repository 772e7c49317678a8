package dev.millrace.lab.chart;

import dev.millrace.engine.run.StageTimes;
import dev.millrace.lab.measure.MeasuredRun;
import dev.millrace.lab.measure.Metric;
import dev.millrace.lab.result.Benchmark;
import dev.millrace.lab.result.Contrast;
import dev.millrace.lab.result.SideFigures;
import dev.millrace.lab.result.Verdict;
import dev.millrace.lab.statistics.Interval;

import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Charts of the sides compared.
final class ComparisonCharts {

    private static final double SPREAD = 0.18; // of the dots of one side, to both sides

    private final Benchmark benchmark;
    private final List<String> sides;

    ComparisonCharts(Benchmark benchmark) {
        this.benchmark = benchmark;
        this.sides = benchmark.comparison().figures().stream().map(SideFigures::side).distinct().toList();
    }

    /// Ratios with their intervals on a logarithmic axis, and the band in which a difference does not matter.
    Optional<Chart> ratios() {
        List<Contrast> contrasts = benchmark.comparison().contrasts();
        if (contrasts.isEmpty()) {
            return Optional.empty();
        }
        XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
        XYIntervalSeries series = new XYIntervalSeries("ratio of means, BCa interval of 95 %");
        List<String> names = new ArrayList<>();
        for (Contrast contrast : contrasts.reversed()) {
            Interval interval = contrast.ratio().bca();
            int row = names.size();
            series.add(log(contrast.ratio().value()), log(interval.low()), log(interval.high()), row, row, row);
            names.add(contrast.metric().title() + (sides.size() > 2 ? " of " + contrast.side() : ""));
        }
        data.addSeries(series);
        XYErrorRenderer renderer = errorBars(0);
        renderer.setDrawYError(false);
        NumberAxis axis = ChartStyle.axis(ratioLabel(contrasts));
        axis.setNumberFormatOverride(new PowerOfTwo());
        XYPlot plot = new XYPlot(data, axis, ChartStyle.names("", names), renderer);
        plot.addDomainMarker(
                new IntervalMarker(log(1 / (1 + Verdict.NOISE)), log(1 + Verdict.NOISE), ChartStyle.BAND),
                Layer.BACKGROUND);
        plot.addDomainMarker(new ValueMarker(0, ChartStyle.INK, ChartStyle.DASHES), Layer.BACKGROUND);
        String title = "How many times as much as " + benchmark.comparison().baseline();
        return Optional.of(
                new Chart(
                        "ratios",
                        title,
                        String.join(" ", benchmark.comparison().headline()),
                        140 + 45 * names.size(),
                        ChartStyle.chart(title, plot, true)));
    }

    private static String ratioLabel(List<Contrast> contrasts) {
        return "%s divided by %s; grey: within noise"
                .formatted(
                        contrasts.stream().map(Contrast::side).distinct().count() == 1
                                ? contrasts.getFirst().side()
                                : "side",
                        contrasts.getFirst().baseline());
    }

    /// The time of every run as a dot, with the mean and its interval.
    Optional<Chart> runs() {
        return dots(Metric.LATENCY, "latency", "Time of every run");
    }

    /// The peak memory of every run as a dot, with the mean and its interval.
    Optional<Chart> memory() {
        return dots(Metric.PEAK_MEMORY, "peak_memory", "Peak memory of every run");
    }

    private Optional<Chart> dots(Metric metric, String id, String title) {
        XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
        XYIntervalSeries means = new XYIntervalSeries("mean, BCa interval of 95 %");
        data.addSeries(means);
        XYErrorRenderer renderer = errorBars(0);
        renderer.setSeriesPaint(0, ChartStyle.INK);
        renderer.setDrawXError(false);
        for (String side : sides) {
            double at = sides.indexOf(side);
            XYIntervalSeries dots = new XYIntervalSeries(side);
            List<Double> values = values(metric, side);
            for (int i = 0; i < values.size(); i++) {
                double shift = values.size() == 1 ? 0 : SPREAD * (2.0 * i / (values.size() - 1) - 1);
                double value = values.get(i);
                dots.add(at + shift, at + shift, at + shift, value, value, value);
            }
            data.addSeries(dots);
            int number = data.getSeriesCount() - 1;
            renderer.setSeriesPaint(number, ChartStyle.colour(number - 1));
            renderer.setSeriesShape(number, ChartStyle.shape(number - 1));
            benchmark.comparison().figures().stream()
                    .filter(figures -> figures.side().equals(side) && figures.metric() == metric)
                    .forEach(figures -> {
                        Interval interval = figures.mean().bca();
                        double x = at + 2 * SPREAD;
                        means.add(x, x, x, figures.mean().value(), interval.low(), interval.high());
                    });
        }
        if (means.isEmpty()) {
            return Optional.empty();
        }
        NumberAxis axis = ChartStyle.axisFromZero(metric.title() + ", " + metric.unit());
        XYPlot plot = new XYPlot(data, ChartStyle.names("", sides), axis, renderer);
        return Optional.of(
                new Chart(
                        id,
                        title,
                        "Each dot is a counted run, in the order of time from left to right; warm-ups are left out.",
                        380,
                        ChartStyle.chart(title, plot, true)));
    }

    private List<Double> values(Metric metric, String side) {
        return benchmark.runs().stream()
                .filter(run -> run.experiment().equals("modes") && run.counts() && run.side().name().equals(side))
                .map(metric::of)
                .toList();
    }

    /// What the workers of each side spent their time with, on average over its runs.
    Optional<Chart> stages() {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        for (String side : sides) {
            List<MeasuredRun> counted =
                    benchmark.runs().stream()
                            .filter(run ->
                                    run.experiment().equals("modes") && run.counts() && run.side().name().equals(side))
                            .toList();
            seconds(counted).forEach((stage, seconds) -> data.addValue(seconds / counted.size(), stage, side));
        }
        if (data.getColumnCount() == 0) {
            return Optional.empty();
        }
        StackedBarRenderer renderer = new StackedBarRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setMaximumBarWidth(0.25);
        for (int series = 0; series < data.getRowCount(); series++) {
            renderer.setSeriesPaint(series, ChartStyle.colour(series));
        }
        NumberAxis axis = ChartStyle.axisFromZero("seconds, added up over workers");
        CategoryPlot plot = new CategoryPlot(data, new CategoryAxis(), axis, renderer);
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        return Optional.of(
                new Chart(
                        "stages",
                        "What workers spend their time with",
                        "Mean over the counted runs; start is the JVM's and the plan's, commit is forcing files to disk"
                                + " and naming them.",
                        160 + 60 * sides.size(),
                        ChartStyle.chart("What workers spend their time with", plot, true)));
    }

    private static Map<String, Double> seconds(List<MeasuredRun> runs) {
        Map<String, Double> seconds = new LinkedHashMap<>();
        for (MeasuredRun run : runs) {
            if (run.report() != null) {
                StageTimes stages = run.report().stages();
                seconds.merge("start", run.seconds() - run.report().runSeconds(), Double::sum);
                seconds.merge("read", stages.readNanos() / 1e9, Double::sum);
                seconds.merge("fit", stages.fitNanos() / 1e9, Double::sum);
                seconds.merge("transform", stages.transformNanos() / 1e9, Double::sum);
                seconds.merge("write", stages.writeNanos() / 1e9, Double::sum);
                seconds.merge("commit", run.report().commitSeconds(), Double::sum);
            }
        }
        return seconds;
    }

    private static XYErrorRenderer errorBars(int series) {
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setErrorStroke(ChartStyle.LINE);
        renderer.setSeriesPaint(series, ChartStyle.colour(series));
        renderer.setSeriesShape(series, ChartStyle.shape(series));
        return renderer;
    }

    private static double log(double ratio) {
        return Math.log(ratio) / Math.log(2);
    }

    /// Shows a logarithm as the number that it is of.
    private static final class PowerOfTwo extends NumberFormat {

        private static final long serialVersionUID = 1L;

        @Override
        public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
            double ratio = Math.pow(2, number);
            return to.append(String.format(Locale.ROOT, ratio < 10 ? "%.2f×" : "%.0f×", ratio));
        }

        @Override
        public StringBuffer format(long number, StringBuffer to, FieldPosition position) {
            return format((double) number, to, position);
        }

        @Override
        public Number parse(String text, ParsePosition position) {
            throw new UnsupportedOperationException("an axis is not read");
        }
    }
}
