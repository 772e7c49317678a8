package dev.millrace.app.theme;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.paint.Color;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Texts can be read on what they stand on, and what marks a focus can be seen: WCAG 2.2, success criteria 1.4.3 and
/// 1.4.11, computed from the theme files.
class ContrastTest {

    private static final double TEXT = 4.5;
    private static final double SHAPE = 3;
    private static final Pattern COLOUR = Pattern.compile("-mr-([a-z-]+): (#[0-9a-f]{6});");

    /// What each text colour stands on.
    private static final Map<String, List<String>> GROUNDS =
            Map.of(
                    "text",
                            List.of(
                                    "page",
                                    "surface",
                                    "soft",
                                    "accent-soft",
                                    "done-soft",
                                    "warning-soft",
                                    "danger-soft"),
                    "muted", List.of("page", "surface", "soft", "accent-soft"),
                    "accent", List.of("page", "surface", "accent-soft"),
                    "done", List.of("page", "surface", "soft", "accent-soft", "done-soft"),
                    "warning", List.of("page", "surface", "soft", "accent-soft", "warning-soft"),
                    "danger", List.of("page", "surface", "soft", "accent-soft", "danger-soft"));

    @ParameterizedTest
    @ValueSource(strings = {"theme-light.css", "theme-dark.css"})
    void textsCanBeRead(String theme) throws Exception {
        Map<String, Color> colours = colours(theme);
        Map<String, Double> weak = new TreeMap<>();
        GROUNDS.forEach((text, grounds) ->
                grounds.forEach(ground -> {
                    double contrast = contrast(colour(colours, text), colour(colours, ground));
                    if (contrast < TEXT) {
                        weak.put(text + " on " + ground, contrast);
                    }
                }));
        assertThat(weak).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"theme-light.css", "theme-dark.css"})
    void textsOnTheAccentCanBeRead(String theme) throws Exception {
        Map<String, Color> colours = colours(theme);
        Color emphasis = Color.web(rule(theme, "-color-accent-emphasis"));
        assertThat(contrast(colour(colours, "on-accent"), emphasis)).isGreaterThanOrEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"theme-light.css", "theme-dark.css"})
    void focusCanBeSeen(String theme) throws Exception {
        Map<String, Color> colours = colours(theme);
        for (String ground : List.of("page", "surface", "soft")) {
            assertThat(contrast(colour(colours, "accent"), colour(colours, ground)))
                    .as(ground)
                    .isGreaterThanOrEqualTo(SHAPE);
        }
    }

    /// The ratio of WCAG's relative luminances.
    private static double contrast(Color one, Color other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private static Color colour(Map<String, Color> colours, String name) {
        return Objects.requireNonNull(colours.get(name), name);
    }

    private static Map<String, Color> colours(String theme) throws IOException {
        Map<String, Color> colours = new TreeMap<>();
        Matcher matcher = COLOUR.matcher(rules(theme));
        while (matcher.find()) {
            colours.put(matcher.group(1), Color.web(matcher.group(2)));
        }
        return colours;
    }

    private static String rule(String theme, String property) throws IOException {
        Matcher matcher = Pattern.compile(Pattern.quote(property) + ": (#[0-9a-f]{6});").matcher(rules(theme));
        assertThat(matcher.find()).as(property).isTrue();
        return matcher.group(1);
    }

    private static String rules(String theme) throws IOException {
        try (InputStream sheet = ContrastTest.class.getResourceAsStream("/dev/millrace/ui/css/" + theme)) {
            return new String(Objects.requireNonNull(sheet, theme).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
