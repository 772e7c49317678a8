package dev.millrace.app.run;

import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableDoubleProperty;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

import java.util.List;

/// The colours and the scale of a [PaintedRegion], which come from the stylesheet.
final class Paints {

    private static final StyleablePropertyFactory<PaintedRegion> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final List<CssMetaData<PaintedRegion, Paint>> METAS =
            List.of(
                    meta("-mr-paint-surface", 0),
                    meta("-mr-paint-line", 1),
                    meta("-mr-paint-text", 2),
                    meta("-mr-paint-muted", 3),
                    meta("-mr-paint-accent", 4),
                    meta("-mr-paint-accent-soft", 5),
                    meta("-mr-paint-done", 6),
                    meta("-mr-paint-warning", 7),
                    meta("-mr-paint-warning-soft", 8),
                    meta("-mr-paint-danger", 9));

    private static final CssMetaData<PaintedRegion, Number> SCALE =
            FACTORY.createSizeCssMetaData("-mr-scale", region -> region.paints().scale, 1.0);

    private final List<StyleableProperty<Paint>> paints;
    private final SimpleStyleableDoubleProperty scale;

    Paints(PaintedRegion owner, Runnable changed) {
        paints = METAS.stream().map(meta -> property(owner, meta, changed)).toList();
        scale = new SimpleStyleableDoubleProperty(SCALE, owner, "scale", 1.0);
        scale.subscribe(changed);
    }

    static List<CssMetaData<? extends Styleable, ?>> metaData() {
        return FACTORY.getCssMetaData();
    }

    /// By how much texts are larger than usual.
    double scale() {
        return scale.get();
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

    Paint accent() {
        return paint(4);
    }

    Paint accentSoft() {
        return paint(5);
    }

    Paint done() {
        return paint(6);
    }

    Paint warning() {
        return paint(7);
    }

    Paint warningSoft() {
        return paint(8);
    }

    Paint danger() {
        return paint(9);
    }

    private Paint paint(int index) {
        return paints.get(index).getValue();
    }

    private static CssMetaData<PaintedRegion, Paint> meta(String name, int index) {
        return FACTORY.createPaintCssMetaData(name, region -> region.paints().paints.get(index), Color.GRAY, false);
    }

    private static StyleableProperty<Paint> property(
            PaintedRegion owner, CssMetaData<PaintedRegion, Paint> meta, Runnable changed) {
        SimpleStyleableObjectProperty<Paint> property =
                new SimpleStyleableObjectProperty<>(meta, owner, meta.getProperty(), Color.GRAY);
        property.subscribe(changed);
        return property;
    }
}
