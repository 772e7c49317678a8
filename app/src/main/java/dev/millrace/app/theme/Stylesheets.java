package dev.millrace.app.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import javafx.application.ColorScheme;
import javafx.scene.Scene;

import java.net.URL;
import java.util.Objects;

/// Dresses a scene: AtlantaFX below, the colours of light or dark, and the components that use them.
public final class Stylesheets {

    private static final String FOLDER = "/dev/millrace/ui/css/";

    private Stylesheets() {}

    /// Keeps a scene in the colours of a view model.
    public static void follow(Scene scene, ThemeViewModel theme) {
        theme.darkProperty().subscribe(dark -> dress(scene, dark));
    }

    private static void dress(Scene scene, boolean dark) {
        scene.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        scene.getStylesheets()
                .setAll(
                        sheet(dark ? "theme-dark.css" : "theme-light.css"),
                        sheet("components.css"),
                        sheet("places.css"),
                        sheet("run.css"));
        scene.getPreferences().setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT);
    }

    private static String sheet(String name) {
        URL url = Stylesheets.class.getResource(FOLDER + name);
        return Objects.requireNonNull(url, name).toExternalForm();
    }
}
