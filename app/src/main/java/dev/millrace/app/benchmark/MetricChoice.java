package dev.millrace.app.benchmark;

import dev.millrace.lab.measure.Metric;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

import java.util.List;

/// Which figure of the runs is drawn.
final class MetricChoice extends HBox {

    private final ObjectProperty<Metric> metric = new SimpleObjectProperty<>(Metric.LATENCY);

    MetricChoice() {
        getStyleClass().add("segments");
        ToggleGroup group = new ToggleGroup();
        for (Metric each : List.of(Metric.LATENCY, Metric.PEAK_MEMORY, Metric.CPU_TIME, Metric.THROUGHPUT_ROWS)) {
            ToggleButton button = new ToggleButton(each.title());
            button.getStyleClass().add("segment");
            button.setToggleGroup(group);
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(_ -> metric.set(each));
            metric.subscribe(chosen -> {
                if (chosen == each) {
                    group.selectToggle(button);
                }
            });
            getChildren().add(button);
        }
        // A figure stays chosen when it is clicked again.
        group.selectedToggleProperty()
                .subscribe((before, now) -> {
                    if (now == null) {
                        group.selectToggle(before);
                    }
                });
    }

    ObjectProperty<Metric> metricProperty() {
        return metric;
    }
}
