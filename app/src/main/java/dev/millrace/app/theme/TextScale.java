package dev.millrace.app.theme;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes the texts of a stylesheet larger, and all that has to grow with them. Text, icons and the lines of lists grow
/// by the whole factor; boxes by half of it, as the window does not grow; the space between things stays.
final class TextScale {

    private static final Pattern WHOLE =
            Pattern.compile("(-fx-font-size|-fx-icon-size|-fx-fixed-cell-size): ([0-9.]+)px|(-mr-scale): ([0-9.]+)");
    private static final Pattern HALF = Pattern.compile("(-fx-(?:min|pref|max)-(?:width|height)): ([0-9.]+)px");

    private TextScale() {}

    /// @param factor 1 for the usual size
    static String of(String rules, double factor) {
        Matcher texts = WHOLE.matcher(rules);
        String grown = texts.replaceAll(found -> grown(found, factor));
        return HALF.matcher(grown).replaceAll(found -> grown(found, (1 + factor) / 2));
    }

    private static String grown(MatchResult found, double factor) {
        boolean isLength = found.group(1) != null;
        String property = isLength ? found.group(1) : found.group(3);
        double size = Double.parseDouble(isLength ? found.group(2) : found.group(4)) * factor;
        return String.format(Locale.ROOT, "%s: %.2f%s", property, size, isLength ? "px" : "");
    }
}
