package dev.millrace.app.run;

import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;

import java.util.List;

/// A region whose content is painted on a canvas of its size, in the stylesheet's colours: where there may be more
/// things than a scene graph bears.
abstract class PaintedRegion extends Region {

    private final Canvas canvas = new Canvas();
    private final Paints paints = new Paints(this, this::requestLayout);

    PaintedRegion() {
        getStyleClass().add("painted");
        getChildren().add(canvas);
        canvas.setManaged(false);
        setMinSize(0, 0);
    }

    /// Paints everything; the canvas is empty.
    abstract void paintAll();

    final GraphicsContext graphics() {
        return canvas.getGraphicsContext2D();
    }

    final Paints paints() {
        return paints;
    }

    /// Empties the canvas and paints everything.
    final void repaint() {
        graphics().clearRect(0, 0, getWidth(), getHeight());
        paintAll();
    }

    /// Whether what is painted gets to a screen. A canvas keeps whatever is painted until it is rendered: without end,
    /// if that never happens. So while this is false nothing is painted but what a layout asks for.
    final boolean isSeen() {
        Scene scene = getScene();
        return isVisible() && scene != null && scene.getWindow() != null && scene.getWindow().isShowing();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        repaint();
    }

    @Override
    public final List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return Paints.metaData();
    }
}
