package dev.millrace.app.run;

import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/// Which shards are shown, with how many there are of each state: the key to the tiles at once.
final class FilterChips extends FlowPane {

    private static final double ONE_LINE = 900;

    private final Texts texts;
    private final Figures figures;
    private final Map<TileFilter, ToggleButton> chips = new EnumMap<>(TileFilter.class);

    FilterChips(ObjectProperty<TileFilter> filter, Texts texts, Figures figures) {
        this.texts = texts;
        this.figures = figures;
        getStyleClass().add("filter-chips");
        setPrefWrapLength(ONE_LINE);
        for (TileFilter each : TileFilter.values()) {
            ToggleButton chip = new ToggleButton();
            chip.setId("show-" + each.name().toLowerCase(Locale.ROOT));
            chip.getStyleClass().add("segment");
            chip.setMinWidth(USE_PREF_SIZE);
            chip.setOnAction(_ -> {
                filter.set(each);
                chip.setSelected(true);
            });
            filter.subscribe(chosen -> chip.setSelected(chosen == each));
            chips.put(each, chip);
            getChildren().add(chip);
        }
    }

    void refresh(ShardBoard board) {
        int[] counts = new int[TileState.values().length];
        for (int shard = 0; shard < board.size(); shard++) {
            counts[index(board.seen(shard))]++;
        }
        chips.forEach((filter, chip) -> chip.setText(text(filter, counts, board)));
    }

    private String text(TileFilter filter, int[] counts, ShardBoard board) {
        return switch (filter) {
            case ALL -> counted(filter, figures.count(board.size()));
            case QUEUED -> counted(filter, figures.count(counts[index(TileState.QUEUED)]));
            case READING -> counted(filter, figures.count(counts[index(TileState.READING)]));
            case DONE -> counted(filter, figures.count(counts[index(TileState.DONE)]));
            case FAILED -> counted(filter, figures.count(counts[index(TileState.FAILED)]));
            case SLOWEST -> texts.of(filter);
        };
    }

    private String counted(TileFilter filter, String count) {
        return texts.of("run.filter", texts.of(filter), count);
    }

    @SuppressWarnings("EnumOrdinal") // an array by state
    private static int index(TileState state) {
        return state.ordinal();
    }
}
