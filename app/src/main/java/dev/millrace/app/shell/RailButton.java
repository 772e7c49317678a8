package dev.millrace.app.shell;

import dev.millrace.app.text.Texts;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Locale;

/// A place on the rail: icon, word, and its light. It always has room for the heavier word of the place that is shown,
/// so that nothing moves when another is.
final class RailButton extends ToggleButton {

    private final Label light = new Label();

    RailButton(Place place, String icon, ObservableValue<Light> state, Texts texts) {
        getStyleClass().add("rail-button");
        setId(place.name().toLowerCase(Locale.ROOT) + "-place");
        light.getStyleClass().add("rail-light");
        StackPane sign = new StackPane(new FontIcon(icon), light);
        StackPane.setAlignment(light, Pos.TOP_RIGHT);
        sign.getStyleClass().add("rail-sign");
        Label word = new Label(texts.of(place));
        word.getStyleClass().add("rail-word");
        Label room = new Label(word.getText());
        room.getStyleClass().add("rail-word-room");
        room.setVisible(false);
        VBox graphic = new VBox(sign, new StackPane(room, word));
        graphic.setAlignment(Pos.CENTER);
        setGraphic(graphic);
        setMaxWidth(Double.MAX_VALUE); // all as wide as the widest
        Tooltip tooltip = new Tooltip();
        setTooltip(tooltip);
        state.subscribe(now -> {
            light.setText(now.mark());
            tooltip.setText(texts.of("rail.tip", texts.of(place), texts.of(now), place.digit()));
            setAccessibleText(tooltip.getText());
            for (Light each : Light.values()) {
                light.pseudoClassStateChanged(
                        PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT)), each == now);
            }
        });
        light.visibleProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> state.getValue() != Light.READY && state.getValue() != Light.EMPTY, state));
    }

    /// A place stays chosen when it is clicked again.
    @Override
    public void fire() {
        if (!isSelected()) {
            super.fire();
        }
    }
}
