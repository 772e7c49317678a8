package dev.millrace.lab.quality;

import dev.millrace.engine.stats.Numbers;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Moments as numbers that grow with time: dates whose year comes first, with a time or without, and plain numbers.
final class TimeText {

    private static final Pattern DATE =
            Pattern.compile("(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})(?:[T ](\\d{1,2}):(\\d{2})(?::(\\d{2}))?.*)?");

    private TimeText() {}

    /// Whether a text is a date whose year comes first.
    static boolean isDate(String text) {
        return DATE.matcher(text).matches();
    }

    /// The number of a moment; NaN if the text is none.
    static double number(String text) {
        Matcher matcher = DATE.matcher(text);
        if (!matcher.matches()) {
            return Numbers.parse(text);
        }
        double number = 0;
        int[] most = {1, 13, 32, 24, 60, 60};
        for (int part = 0; part < most.length; part++) {
            String digits = matcher.group(part + 1);
            number = number * most[part] + (digits == null ? 0 : Integer.parseInt(digits));
        }
        return number;
    }
}
