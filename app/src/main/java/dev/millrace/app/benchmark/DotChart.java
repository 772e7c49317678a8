package dev.millrace.app.benchmark;

import javafx.scene.Node;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.ScatterChart;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;
import javafx.util.StringConverter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/// Dots over two axes of numbers, with lines and bands behind them. A dot and a line of the same number have the same
/// colour, and dots of different numbers different shapes.
final class DotChart extends ScatterChart<Number, Number> {

    private static final Duration TIP_DELAY = Duration.millis(150);

    private final NumberAxis across;
    private final NumberAxis up;
    private final List<Placed> placed = new ArrayList<>();
    private final List<Sign> signs = new ArrayList<>();
    private final List<Integer> numbers = new ArrayList<>(); // of each series

    /// A node behind the dots, from one place of the axes to another.
    private record Placed(Node node, double fromX, double fromY, double toX, double toY) {}

    /// What a dot looks like, and what is told of it.
    private record Sign(Node node, int number, String tip) {}

    /// A dot and what is told of it.
    record Dot(double x, double y, String tip) {}

    DotChart() {
        this(new NumberAxis(), new NumberAxis());
    }

    private DotChart(NumberAxis across, NumberAxis up) {
        super(across, up);
        this.across = across;
        this.up = up;
        for (NumberAxis axis : List.of(across, up)) {
            axis.setAutoRanging(false);
            axis.setAnimated(false);
            axis.setMinorTickVisible(false);
        }
        getStyleClass().add("dot-chart");
        setAnimated(false);
        setHorizontalZeroLineVisible(false);
        setVerticalZeroLineVisible(false);
        setMinSize(0, 0);
    }

    /// Takes out all that is drawn.
    void clear() {
        getPlotChildren().removeAll(placed.stream().map(Placed::node).toList());
        placed.clear();
        signs.clear();
        numbers.clear();
        getData().clear();
    }

    void across(String label, Scale scale, DoubleFunction<String> words) {
        show(across, label, scale, words);
    }

    void up(String label, Scale scale, DoubleFunction<String> words) {
        show(up, label, scale, words);
    }

    /// Gives each whole number from 0 a name, from bottom to top.
    void upNames(List<String> names) {
        show(up, "", Scale.ofNames(names.size()), at -> at == Math.rint(at) ? names.get((int) at) : "");
        setHorizontalGridLinesVisible(false);
    }

    private static void show(NumberAxis axis, String label, Scale scale, DoubleFunction<String> words) {
        axis.setLabel(label);
        axis.setTickLabelFormatter(
                new StringConverter<>() {
                    @Override
                    public String toString(Number number) {
                        return words.apply(number.doubleValue());
                    }

                    @Override
                    public Number fromString(String text) {
                        throw new UnsupportedOperationException("an axis is not read");
                    }
                });
        axis.setLowerBound(scale.low());
        axis.setUpperBound(scale.high());
        axis.setTickUnit(scale.step());
    }

    /// @param number of the colour and shape, from 0
    void dots(String name, int number, List<Dot> dots) {
        XYChart.Series<Number, Number> series = new XYChart.Series<>();
        series.setName(name);
        for (Dot dot : dots) {
            XYChart.Data<Number, Number> data = new XYChart.Data<>(dot.x(), dot.y());
            Region sign = new Region();
            signs.add(new Sign(sign, number, dot.tip()));
            Tooltip tip = new Tooltip(dot.tip());
            tip.setShowDelay(TIP_DELAY);
            Tooltip.install(sign, tip);
            data.setNode(sign);
            series.getData().add(data);
        }
        getData().add(series);
        numbers.add(number);
        dress();
    }

    /// With every series the chart gives all dots, and their signs in the legend, style classes of its own, and dots
    /// words of its own for those who cannot see them.
    private void dress() {
        for (Sign sign : signs) {
            sign.node().getStyleClass().setAll("dot", "dot-" + sign.number());
            sign.node().accessibleTextProperty().unbind();
            sign.node().setAccessibleText(sign.tip());
        }
        if (getLegend() instanceof Pane legend) {
            for (int i = 0; i < Math.min(numbers.size(), legend.getChildren().size()); i++) {
                if (legend.getChildren().get(i) instanceof Label item && item.getGraphic() != null) {
                    item.getGraphic()
                            .getStyleClass()
                            .setAll("chart-legend-item-symbol", "dot", "dot-" + numbers.get(i));
                }
            }
        }
    }

    /// @param style its class, which gives it a colour
    void line(String style, double fromX, double fromY, double toX, double toY) {
        Line line = new Line();
        line.getStyleClass().addAll("plot-line", style);
        place(new Placed(line, fromX, fromY, toX, toY));
    }

    /// Shades all between two places of the axis across.
    void band(double from, double to) {
        Rectangle band = new Rectangle();
        band.getStyleClass().add("plot-band");
        place(new Placed(band, from, up.getLowerBound(), to, up.getUpperBound()));
    }

    private void place(Placed each) {
        each.node().setMouseTransparent(true);
        placed.add(each);
        getPlotChildren().add(each.node());
    }

    @Override
    protected void layoutPlotChildren() {
        for (Placed each : placed) {
            double fromX = across.getDisplayPosition(each.fromX());
            double toX = across.getDisplayPosition(each.toX());
            double fromY = up.getDisplayPosition(each.fromY());
            double toY = up.getDisplayPosition(each.toY());
            switch (each.node()) {
                case Line line -> {
                    line.setStartX(fromX);
                    line.setStartY(fromY);
                    line.setEndX(toX);
                    line.setEndY(toY);
                }
                case Rectangle band -> {
                    band.setX(Math.min(fromX, toX));
                    band.setY(Math.min(fromY, toY));
                    band.setWidth(Math.abs(toX - fromX));
                    band.setHeight(Math.abs(toY - fromY));
                }
                default -> throw new IllegalStateException("nothing else is placed: " + each.node());
            }
        }
        super.layoutPlotChildren();
    }
}
