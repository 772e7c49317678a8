package dev.millrace.app.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import javafx.application.ColorScheme;
import javafx.beans.value.ObservableIntegerValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Dresses a scene: AtlantaFX below, the colours of light or dark, and the components that use them, all in the size of
/// text that a person has set.
public final class Stylesheets {

    private static final String FOLDER = "/dev/millrace/ui/css/";
    private static final List<String> COMPONENTS =
            List.of("components.css", "places.css", "run.css", "results.css", "benchmark.css");

    private Stylesheets() {}

    /// Keeps a scene in the colours and the size that are chosen.
    ///
    /// @param textSize in percent of the usual one
    public static void follow(Scene scene, ThemeViewModel theme, ObservableIntegerValue textSize) {
        Runnable dress = () -> dress(scene, theme.darkProperty().get(), textSize.get());
        theme.darkProperty().subscribe(dress);
        textSize.subscribe(dress);
        dress.run();
    }

    /// Lets nothing move in a scene that need not; else the system says.
    public static void calm(Scene scene, ObservableValue<Boolean> reducedMotion) {
        reducedMotion.subscribe(reduced -> scene.getPreferences().setReducedMotion(reduced ? true : null));
    }

    private static void dress(Scene scene, boolean dark, int percent) {
        scene.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        Stream<String> names =
                Stream.concat(Stream.of(dark ? "theme-dark.css" : "theme-light.css"), COMPONENTS.stream());
        scene.getStylesheets().setAll(names.map(name -> sheet(name, percent)).toList());
        scene.getPreferences().setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT);
    }

    private static String sheet(String name, int percent) {
        URL url = Objects.requireNonNull(Stylesheets.class.getResource(FOLDER + name), name);
        return percent == 100 ? url.toExternalForm() : scaled(url, percent / 100.0);
    }

    /// A stylesheet with other sizes, as a URI that holds it.
    private static String scaled(URL url, double factor) {
        try (InputStream sheet = url.openStream()) {
            String rules = new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
            byte[] larger = TextScale.of(rules, factor).getBytes(StandardCharsets.UTF_8);
            return "data:text/css;base64," + Base64.getEncoder().encodeToString(larger);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(url.toString(), unreadable);
        }
    }
}
