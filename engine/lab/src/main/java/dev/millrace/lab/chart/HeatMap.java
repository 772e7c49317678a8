package dev.millrace.lab.chart;

import dev.millrace.lab.measure.MeasuredRun;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.PaintScale;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYZDataset;

import java.awt.Color;
import java.awt.Paint;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/// Time over block size and heap, as colours.
final class HeatMap {

    private HeatMap() {}

    /// @param runs with one number of processors, at least one
    static Chart of(List<MeasuredRun> runs, int processors) {
        List<Integer> blocks = distinct(runs, run -> run.side().blockKb());
        List<Integer> memory = distinct(runs, run -> run.side().memoryMb());
        double[][] cells = new double[3][runs.size()];
        for (int i = 0; i < runs.size(); i++) {
            MeasuredRun run = runs.get(i);
            cells[0][i] = blocks.indexOf(run.side().blockKb());
            cells[1][i] = memory.indexOf(run.side().memoryMb());
            cells[2][i] = run.seconds();
        }
        DefaultXYZDataset data = new DefaultXYZDataset();
        data.addSeries("time, s", cells);
        Shades shades =
                new Shades(
                        runs.stream().mapToDouble(MeasuredRun::seconds).min().orElse(0),
                        runs.stream().mapToDouble(MeasuredRun::seconds).max().orElse(1));
        XYBlockRenderer renderer = new XYBlockRenderer();
        renderer.setPaintScale(shades);
        XYPlot plot =
                new XYPlot(
                        data,
                        ChartStyle.names("block size", blocks.stream().map(size -> size + " KiB").toList()),
                        ChartStyle.names("heap", memory.stream().map(size -> size + " MiB").toList()),
                        renderer);
        String title = "Time with %d processor%s".formatted(processors, processors == 1 ? "" : "s");
        JFreeChart chart = ChartStyle.chart(title, plot, false);
        NumberAxis axis = ChartStyle.axis("seconds");
        PaintScaleLegend legend = new PaintScaleLegend(shades, axis);
        legend.setPosition(RectangleEdge.RIGHT);
        legend.setMargin(new RectangleInsets(20, 10, 50, 5));
        legend.setBackgroundPaint(Color.WHITE);
        chart.addSubtitle(legend);
        return new Chart(
                "constraints_%d_processors".formatted(processors),
                title,
                String.format(
                        Locale.ROOT, "The darker, the longer: from %.2f to %.2f s.", shades.least, shades.greatest),
                140 + 90 * memory.size(),
                chart);
    }

    private static List<Integer> distinct(List<MeasuredRun> runs, ToIntFunction<MeasuredRun> setting) {
        return runs.stream().mapToInt(setting).distinct().sorted().boxed().toList();
    }

    /// From light to dark blue.
    private static final class Shades implements PaintScale {

        private final double least;
        private final double greatest;

        Shades(double least, double greatest) {
            this.least = least;
            this.greatest = greatest > least ? greatest : least + 1e-3;
        }

        @Override
        public double getLowerBound() {
            return least;
        }

        @Override
        public double getUpperBound() {
            return greatest;
        }

        @Override
        public Paint getPaint(double value) {
            double part = Math.clamp((value - least) / (greatest - least), 0, 1);
            return new Color((int) (225 - 217 * part), (int) (236 - 166 * part), (int) (247 - 110 * part));
        }
    }
}
