package dev.millrace.app.theme;

import javafx.scene.text.Font;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/// The typeface that ships: IBM Plex Sans, whose figures are of one width, so that counting numbers do not jump.
public final class Fonts {

    /// Family of running text.
    public static final String REGULAR = "IBM Plex Sans";

    /// Family of what stands out.
    public static final String SEMI_BOLD = "IBM Plex Sans SemiBold";

    private static final List<String> FILES = List.of("IBMPlexSans-Regular.ttf", "IBMPlexSans-SemiBold.ttf");

    private Fonts() {}

    /// Makes the families known to stylesheets; to be called before a view is loaded.
    public static void load() {
        for (String file : FILES) {
            try (InputStream font = Fonts.class.getResourceAsStream("/dev/millrace/ui/fonts/" + file)) {
                Font.loadFont(Objects.requireNonNull(font, file), 0);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(file, unreadable);
            }
        }
    }
}
