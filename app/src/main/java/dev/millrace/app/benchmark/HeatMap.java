package dev.millrace.app.benchmark;

import dev.millrace.app.text.Texts;
import dev.millrace.lab.measure.MeasuredRun;
import dev.millrace.lab.result.ConstraintPoint;

import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

import java.util.List;
import java.util.function.ToIntFunction;

/// The constraint experiment as a table of colours: time over block size, heap and processors. The darker, the longer;
/// what is on the front has a mark, and what did not finish says so.
final class HeatMap extends GridPane {

    private static final int SHADES = 5;

    private final BenchmarkWords words;
    private final Texts texts;

    HeatMap(BenchmarkWords words, Texts texts) {
        this.words = words;
        this.texts = texts;
        getStyleClass().add("heat-map");
    }

    void show(List<ConstraintPoint> points) {
        getChildren().clear();
        getColumnConstraints().clear();
        List<Integer> blocks = distinct(points, run -> run.side().blockKb());
        List<Integer> memory = distinct(points, run -> run.side().memoryMb());
        List<Integer> processors = distinct(points, run -> run.side().processors());
        double least = points.stream().mapToDouble(each -> each.run().seconds()).min().orElse(0);
        double greatest = points.stream().mapToDouble(each -> each.run().seconds()).max().orElse(1);
        add(label(texts.of("benchmark.heat.rows"), "heat-head"), 0, 0);
        getColumnConstraints().add(new ColumnConstraints());
        for (int column = 0; column < blocks.size(); column++) {
            add(label(texts.of("benchmark.heat.block", blocks.get(column)), "heat-head"), column + 1, 0);
            ColumnConstraints wide = new ColumnConstraints();
            wide.setHgrow(Priority.ALWAYS);
            wide.setFillWidth(true);
            getColumnConstraints().add(wide);
        }
        int row = 1;
        for (int heap : memory) {
            for (int count : processors) {
                add(label(texts.of("benchmark.heat.row", heap, count), "heat-head"), 0, row);
                for (ConstraintPoint point : points) {
                    MeasuredRun run = point.run();
                    if (run.side().memoryMb() == heap && run.side().processors() == count) {
                        add(cell(point, least, greatest), blocks.indexOf(run.side().blockKb()) + 1, row);
                    }
                }
                row++;
            }
        }
    }

    private Label cell(ConstraintPoint point, double least, double greatest) {
        MeasuredRun run = point.run();
        if (!run.counts()) {
            return label(texts.of("benchmark.heat.failed"), "heat-failed");
        }
        double part = greatest > least ? (run.seconds() - least) / (greatest - least) : 0;
        String time = words.seconds(run.seconds());
        Label cell =
                label(
                        point.onFront() ? texts.of("benchmark.heat.front", time) : time,
                        "heat-" + Math.min(SHADES - 1, (int) (part * SHADES)));
        cell.setAccessibleText(words.run(run));
        cell.setTooltip(new javafx.scene.control.Tooltip(words.run(run)));
        return cell;
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().addAll("heat-cell", style);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    private static List<Integer> distinct(List<ConstraintPoint> points, ToIntFunction<MeasuredRun> setting) {
        return points.stream().map(ConstraintPoint::run).mapToInt(setting).distinct().sorted().boxed().toList();
    }
}
