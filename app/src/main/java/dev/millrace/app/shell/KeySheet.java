package dev.millrace.app.shell;

import dev.millrace.app.action.Action;
import dev.millrace.app.action.KeyNames;
import dev.millrace.app.text.Texts;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The sheet of keys, made of the actions themselves; what tables and lists do with keys stands below them.
final class KeySheet extends FlowPane {

    private static final int COLUMNS = 3;

    private final Map<Integer, Integer> rows = new TreeMap<>(); // by column

    KeySheet(WindowActions actions, KeyNames names, Texts texts) {
        getStyleClass().add("key-columns");
        for (int column = 0; column < COLUMNS; column++) {
            rows.put(column, 0);
            VBox groups = new VBox();
            groups.getStyleClass().add("key-groups");
            getChildren().add(groups);
        }
        add(texts.of("keys.everywhere"), bound(actions.of(null), names));
        Arrays.stream(Place.values()).forEach(place -> add(texts.of(place), bound(actions.of(place), names)));
        add(
                texts.of("keys.lists"),
                List.of(
                        new Line("← ↑ → ↓", texts.of("keys.move")),
                        new Line("PgUp  PgDn  Home  End", texts.of("keys.far")),
                        new Line("Space", texts.of("keys.tick")),
                        new Line("Esc", texts.of("keys.close"))));
    }

    /// All columns beside each other; where there is less room, below each other.
    @Override
    protected double computePrefWidth(double height) {
        double columns = getChildren().stream().mapToDouble(column -> column.prefWidth(-1)).sum();
        return snappedLeftInset() + columns + getHgap() * (COLUMNS - 1) + snappedRightInset();
    }

    /// As high as it is in its own width, rather than in the one that a [FlowPane] assumes.
    @Override
    protected double computePrefHeight(double width) {
        return super.computePrefHeight(width < 0 ? prefWidth(-1) : width);
    }

    private record Line(String keys, String words) {}

    private static List<Line> bound(List<Action> actions, KeyNames names) {
        return actions.stream()
                .filter(action -> !action.keys().isEmpty())
                .map(action -> new Line(names.of(action), action.words()))
                .toList();
    }

    /// Adds a group to the column that is shortest so far.
    private void add(String title, List<Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        int column = rows.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow().getKey();
        rows.merge(column, lines.size() + 2, Integer::sum);
        GridPane grid = new GridPane();
        grid.getStyleClass().add("keys");
        for (int i = 0; i < lines.size(); i++) {
            grid.addRow(i, label(lines.get(i).keys(), "key"), label(lines.get(i).words(), "key-words"));
        }
        Node group = new VBox(label(title, "section-title"), grid);
        group.getStyleClass().add("key-group");
        ((VBox) getChildren().get(column)).getChildren().add(group);
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
