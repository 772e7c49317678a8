package dev.millrace.app.shell;

import dev.millrace.app.text.Texts;

import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Pane;

import java.util.function.Consumer;

/// The places at the window's edge, one of them shown.
final class Rail {

    private final ShellViewModel shell;
    private final Texts texts;

    Rail(ShellViewModel shell, Texts texts) {
        this.shell = shell;
        this.texts = texts;
    }

    /// @param show puts a place into the window
    void fill(Pane rail, Consumer<Place> show) {
        ToggleGroup group = new ToggleGroup();
        for (Place place : Place.values()) {
            RailButton button = new RailButton(place, icon(place), shell.light(place), texts);
            button.setToggleGroup(group);
            button.setOnAction(_ -> shell.placeProperty().set(place));
            shell.placeProperty()
                    .subscribe(shown -> {
                        if (shown == place) {
                            button.setSelected(true);
                            show.accept(place);
                        }
                    });
            rail.getChildren().add(button);
        }
    }

    private static String icon(Place place) {
        return switch (place) {
            case HOME -> "mdoal-home";
            case DATA -> "mdoal-grid_on";
            case RECIPE -> "mdomz-tune";
            case RUN -> "mdomz-play_arrow";
            case RESULTS -> "mdoal-assessment";
            case BENCHMARK -> "mdomz-speed";
        };
    }
}
