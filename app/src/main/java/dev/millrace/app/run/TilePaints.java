package dev.millrace.app.run;

import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

import java.util.List;

/// The colours of [ShardTiles], which come from the stylesheet.
final class TilePaints {

    private static final StyleablePropertyFactory<ShardTiles> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final CssMetaData<ShardTiles, Paint> SURFACE = meta("-mr-tile-surface", 0);
    private static final CssMetaData<ShardTiles, Paint> LINE = meta("-mr-tile-line", 1);
    private static final CssMetaData<ShardTiles, Paint> TEXT = meta("-mr-tile-text", 2);
    private static final CssMetaData<ShardTiles, Paint> MUTED = meta("-mr-tile-muted", 3);
    private static final CssMetaData<ShardTiles, Paint> READING = meta("-mr-tile-reading", 4);
    private static final CssMetaData<ShardTiles, Paint> DONE = meta("-mr-tile-done", 5);
    private static final CssMetaData<ShardTiles, Paint> FAILED = meta("-mr-tile-failed", 6);

    private final List<StyleableProperty<Paint>> paints;

    TilePaints(ShardTiles owner, Runnable changed) {
        paints =
                List.of(SURFACE, LINE, TEXT, MUTED, READING, DONE, FAILED).stream()
                        .map(meta -> property(owner, meta, changed))
                        .toList();
    }

    static List<CssMetaData<? extends Styleable, ?>> metaData() {
        return FACTORY.getCssMetaData();
    }

    Paint surface() {
        return paint(0);
    }

    Paint line() {
        return paint(1);
    }

    Paint text() {
        return paint(2);
    }

    Paint muted() {
        return paint(3);
    }

    Paint of(TileState state) {
        return switch (state) {
            case QUEUED, STOPPED, SKIPPED -> paint(3);
            case READING -> paint(4);
            case DONE -> paint(5);
            case FAILED -> paint(6);
        };
    }

    private Paint paint(int index) {
        return paints.get(index).getValue();
    }

    private static CssMetaData<ShardTiles, Paint> meta(String name, int index) {
        return FACTORY.createPaintCssMetaData(name, tiles -> tiles.paints().paints.get(index), Color.GRAY, false);
    }

    private static StyleableProperty<Paint> property(
            ShardTiles owner, CssMetaData<ShardTiles, Paint> meta, Runnable changed) {
        SimpleStyleableObjectProperty<Paint> property =
                new SimpleStyleableObjectProperty<>(meta, owner, meta.getProperty(), Color.GRAY);
        property.subscribe(changed);
        return property;
    }
}
