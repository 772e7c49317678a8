package dev.millrace.app.run;

import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

import java.util.List;

/// A region whose content is painted on a canvas of its size, in the stylesheet's colours: where there may be more
/// things than a scene graph bears. All of it grows with the texts of the program: a region of 400 by 300 is painted,
/// and asked for its content, as one of 200 by 150 if texts are twice as large.
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

    /// The width to paint in, before it is scaled.
    final double paintedWidth() {
        return getWidth() / paints.scale();
    }

    /// The height to paint in, before it is scaled.
    final double paintedHeight() {
        return getHeight() / paints.scale();
    }

    /// Where the mouse is in what is painted.
    final Point2D painted(MouseEvent event) {
        return new Point2D(event.getX(), event.getY()).multiply(1 / paints.scale());
    }

    final GraphicsContext graphics() {
        return canvas.getGraphicsContext2D();
    }

    final Paints paints() {
        return paints;
    }

    /// Empties the canvas and paints everything.
    final void repaint() {
        double scale = paints.scale();
        graphics().setTransform(scale, 0, 0, scale, 0, 0);
        graphics().clearRect(0, 0, paintedWidth(), paintedHeight());
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
