package dev.millrace.app.shell;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

import java.util.Comparator;
import java.util.List;
import java.util.prefs.Preferences;

/// Keeps where the window was and how large.
public final class WindowState {

    private static final double LEAST_WIDTH = 960;
    private static final double LEAST_HEIGHT = 640;
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double LEAST_SEEN = 64;

    private final Preferences preferences;

    public WindowState(Preferences preferences) {
        this.preferences = preferences;
    }

    /// Puts a window where it was, whole on one of the screens that there are now.
    public void restore(Stage stage) {
        List<Rectangle2D> screens = Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
        Rectangle2D kept =
                new Rectangle2D(
                        preferences.getDouble("window.x", -WIDTH),
                        preferences.getDouble("window.y", -HEIGHT),
                        Math.max(LEAST_SEEN, preferences.getDouble("window.width", WIDTH)),
                        Math.max(LEAST_SEEN, preferences.getDouble("window.height", HEIGHT)));
        Rectangle2D place = placed(kept, Screen.getPrimary().getVisualBounds(), screens);
        stage.setMinWidth(Math.min(LEAST_WIDTH, place.getWidth()));
        stage.setMinHeight(Math.min(LEAST_HEIGHT, place.getHeight()));
        stage.setX(place.getMinX());
        stage.setY(place.getMinY());
        stage.setWidth(place.getWidth());
        stage.setHeight(place.getHeight());
        stage.setMaximized(preferences.getBoolean("window.maximized", false));
    }

    /// Where a window goes: moved and made smaller until it is whole on the screen that it was on for the most part; in
    /// the middle of the primary one if it is on none any more.
    ///
    /// @param kept where it was
    static Rectangle2D placed(Rectangle2D kept, Rectangle2D primary, List<Rectangle2D> screens) {
        return screens.stream()
                .filter(screen -> seen(kept, screen) >= LEAST_SEEN * LEAST_SEEN)
                .max(Comparator.comparingDouble(screen -> seen(kept, screen)))
                .map(screen -> within(screen, kept.getMinX(), kept.getMinY(), kept))
                .orElseGet(() ->
                        within(
                                primary,
                                primary.getMinX() + (primary.getWidth() - kept.getWidth()) / 2,
                                primary.getMinY() + (primary.getHeight() - kept.getHeight()) / 2,
                                kept));
    }

    private static Rectangle2D within(Rectangle2D screen, double x, double y, Rectangle2D size) {
        double width = Math.min(size.getWidth(), screen.getWidth());
        double height = Math.min(size.getHeight(), screen.getHeight());
        return new Rectangle2D(
                Math.clamp(x, screen.getMinX(), screen.getMaxX() - width),
                Math.clamp(y, screen.getMinY(), screen.getMaxY() - height),
                width,
                height);
    }

    /// The area of a window on a screen.
    private static double seen(Rectangle2D window, Rectangle2D screen) {
        double width = Math.min(window.getMaxX(), screen.getMaxX()) - Math.max(window.getMinX(), screen.getMinX());
        double height = Math.min(window.getMaxY(), screen.getMaxY()) - Math.max(window.getMinY(), screen.getMinY());
        return Math.max(0, width) * Math.max(0, height);
    }

    public void save(Stage stage) {
        preferences.putBoolean("window.maximized", stage.isMaximized());
        if (!stage.isMaximized()) {
            preferences.putDouble("window.x", stage.getX());
            preferences.putDouble("window.y", stage.getY());
            preferences.putDouble("window.width", stage.getWidth());
            preferences.putDouble("window.height", stage.getHeight());
        }
    }
}
