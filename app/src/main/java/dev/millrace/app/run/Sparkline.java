package dev.millrace.app.run;

import javafx.scene.layout.Region;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;

import java.util.List;

/// A line over the last minute, newest at the right.
final class Sparkline extends Region {

    private final Polygon area = new Polygon();
    private final Polyline line = new Polyline();
    private List<Double> samples = List.of();

    Sparkline() {
        getStyleClass().add("sparkline");
        area.getStyleClass().add("sparkline-area");
        line.getStyleClass().add("sparkline-line");
        area.setManaged(false);
        line.setManaged(false);
        getChildren().setAll(area, line);
        setMinSize(0, 0);
        setMouseTransparent(true);
    }

    /// @param shares 0 to 1, oldest first
    void show(List<Double> shares) {
        samples = shares;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        line.getPoints().clear();
        double step = getWidth() / (Gauge.SAMPLES - 1);
        double left = getWidth() - step * (samples.size() - 1);
        if (samples.size() == 1) { // one point is no line yet
            line.getPoints().addAll(left - step, y(samples.getFirst()));
        }
        for (int i = 0; i < samples.size(); i++) {
            line.getPoints().addAll(left + i * step, y(samples.get(i)));
        }
        area.getPoints().setAll(line.getPoints());
        if (!samples.isEmpty()) {
            area.getPoints().addAll(getWidth(), getHeight(), line.getPoints().getFirst(), getHeight());
        }
    }

    private double y(double share) {
        return 1 + (getHeight() - 2) * (1 - share);
    }
}
