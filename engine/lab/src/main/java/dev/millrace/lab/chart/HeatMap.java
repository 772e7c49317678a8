package dev.millrace.lab.chart;

import dev.millrace.lab.measure.MeasuredRun;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.PaintScale;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.data.xy.DefaultXYZDataset;

import java.awt.Color;
import java.awt.Paint;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/// Time over block size and heap, as colours with the figure in each.
final class HeatMap {

    private static final double DARK = 0.5; // white is easier to read beyond

    private HeatMap() {}

    /// @param runs with one number of processors, at least one; those that failed have no colour
    /// @param all runs, so that equal shades are equal times in all maps; one at least did not fail
    static Chart of(List<MeasuredRun> runs, List<MeasuredRun> all, int processors) {
        List<Integer> blocks = distinct(runs, run -> run.side().blockKb());
        List<Integer> memory = distinct(runs, run -> run.side().memoryMb());
        List<MeasuredRun> counted = runs.stream().filter(MeasuredRun::counts).toList();
        double[][] cells = new double[3][counted.size()];
        for (int i = 0; i < counted.size(); i++) {
            MeasuredRun run = counted.get(i);
            cells[0][i] = blocks.indexOf(run.side().blockKb());
            cells[1][i] = memory.indexOf(run.side().memoryMb());
            cells[2][i] = run.seconds();
        }
        DefaultXYZDataset data = new DefaultXYZDataset();
        data.addSeries("time, s", cells);
        Shades shades = Shades.of(all);
        XYBlockRenderer renderer = new XYBlockRenderer();
        renderer.setPaintScale(shades);
        XYPlot plot =
                new XYPlot(
                        data,
                        ChartStyle.names("block size", blocks.stream().map(size -> size + " KiB").toList()),
                        ChartStyle.names("heap", memory.stream().map(size -> size + " MiB").toList()),
                        renderer);
        for (MeasuredRun run : runs) {
            plot.addAnnotation(
                    label(run, blocks.indexOf(run.side().blockKb()), memory.indexOf(run.side().memoryMb()), shades));
        }
        String title = "Time with %d processor%s".formatted(processors, processors == 1 ? "" : "s");
        JFreeChart chart = ChartStyle.chart(title, plot, false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        return new Chart(
                "constraints_%d_processors".formatted(processors),
                title,
                String.format(
                        Locale.ROOT,
                        "The darker, the longer, from %.2f to %.2f s; shades mean the same whatever the processors.",
                        shades.least,
                        shades.greatest),
                140 + 90 * memory.size(),
                chart);
    }

    private static XYTextAnnotation label(MeasuredRun run, int x, int y, Shades shades) {
        String text = run.counts() ? String.format(Locale.ROOT, "%.2f s", run.seconds()) : "✕ did not finish";
        XYTextAnnotation label = new XYTextAnnotation(text, x, y);
        label.setFont(ChartStyle.TEXT);
        boolean dark = run.counts() && shades.part(run.seconds()) > DARK;
        label.setPaint(dark ? Color.WHITE : ChartStyle.INK);
        return label;
    }

    private static List<Integer> distinct(List<MeasuredRun> runs, ToIntFunction<MeasuredRun> setting) {
        return runs.stream().mapToInt(setting).distinct().sorted().boxed().toList();
    }

    /// From light to dark blue.
    private static final class Shades implements PaintScale {

        private final double least;
        private final double greatest;

        /// From the shortest to the longest.
        static Shades of(List<MeasuredRun> runs) {
            DoubleSummaryStatistics seconds =
                    runs.stream().filter(MeasuredRun::counts).mapToDouble(MeasuredRun::seconds).summaryStatistics();
            return new Shades(seconds.getMin(), seconds.getMax());
        }

        private Shades(double least, double greatest) {
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

        /// Where a value lies between the least, 0, and the greatest, 1.
        double part(double value) {
            return Math.clamp((value - least) / (greatest - least), 0, 1);
        }

        @Override
        public Paint getPaint(double value) {
            double part = part(value);
            return new Color((int) (225 - 217 * part), (int) (236 - 166 * part), (int) (247 - 110 * part));
        }
    }
}
