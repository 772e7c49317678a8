package dev.millrace.app.data;

import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableDoubleProperty;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The colours and the scale of a [Painted] region, which come from the stylesheet.
final class GridPaints {

    /// A region that is painted on a canvas.
    abstract static class Painted extends Region {

        final GridPaints paints = new GridPaints(this);
        private final SimpleStyleableDoubleProperty scale =
                new SimpleStyleableDoubleProperty(SCALE, this, "scale", 1.0);

        Painted() {
            scale.subscribe(this::requestLayout);
        }

        /// By how much texts are larger than usual.
        final double scale() {
            return scale.get();
        }

        @Override
        public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
            return FACTORY.getCssMetaData();
        }
    }

    private static final StyleablePropertyFactory<Painted> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final Map<GridInk, CssMetaData<Painted, Paint>> INKS = inks();
    private static final CssMetaData<Painted, Number> SCALE =
            FACTORY.createSizeCssMetaData("-mr-scale", painted -> painted.scale, 1.0);

    private final Map<GridInk, StyleableProperty<Paint>> paints = new EnumMap<>(GridInk.class);

    private GridPaints(Painted owner) {
        INKS.forEach((ink, meta) -> {
            SimpleStyleableObjectProperty<Paint> property =
                    new SimpleStyleableObjectProperty<>(meta, owner, ink.property(), Color.GRAY);
            property.subscribe(owner::requestLayout);
            paints.put(ink, property);
        });
    }

    Paint of(GridInk ink) {
        StyleableProperty<Paint> property = paints.get(ink);
        return property == null ? Color.GRAY : property.getValue();
    }

    private StyleableProperty<Paint> property(GridInk ink) {
        StyleableProperty<Paint> property = paints.get(ink);
        if (property == null) {
            throw new IllegalStateException("no paint for " + ink);
        }
        return property;
    }

    private static Map<GridInk, CssMetaData<Painted, Paint>> inks() {
        Map<GridInk, CssMetaData<Painted, Paint>> inks = new EnumMap<>(GridInk.class);
        for (GridInk ink : GridInk.values()) {
            inks.put(
                    ink,
                    FACTORY.createPaintCssMetaData(
                            ink.property(), painted -> painted.paints.property(ink), Color.GRAY, false));
        }
        return inks;
    }
}
