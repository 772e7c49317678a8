package dev.millrace.app.text;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/// Numbers with units, in the locale's digits and separators.
public final class Figures {

    private static final double THOUSAND = 1000;
    private static final String[] BYTE_UNITS = {"B", "kB", "MB", "GB", "TB"};
    private static final String NONE = "–";

    private final Locale locale;

    public Figures(Locale locale) {
        this.locale = locale;
    }

    /// A whole number, such as `5,000`.
    public String count(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /// A decimal number with as many places as it needs, at most six.
    public String number(double number) {
        return decimal(number, 0, 6);
    }

    /// A size in decimal units, such as `689 kB` or `1.4 GB`.
    public String bytes(long bytes) {
        int unit = 0;
        double value = (double) bytes;
        while (value >= THOUSAND && unit < BYTE_UNITS.length - 1) {
            value /= THOUSAND;
            unit++;
        }
        int places = unit == 0 || value >= 100 ? 0 : 1;
        return decimal(value, places, places) + " " + BYTE_UNITS[unit];
    }

    /// Such as `21.4 MB/s`; a dash while it is not known.
    public String bytesPerSecond(double rate) {
        return rate > 0 ? bytes(Math.round(rate)) + "/s" : NONE;
    }

    /// Such as `812 k/s` or `1.2 M/s`; a dash while it is not known.
    public String rowsPerSecond(double rate) {
        if (rate <= 0) {
            return NONE;
        }
        if (rate >= 1e6) {
            return decimal(rate / 1e6, 1, 1) + " M/s";
        }
        return rate >= 1e4 ? decimal(rate / 1e3, 0, 0) + " k/s" : decimal(rate, 0, 0) + "/s";
    }

    /// Such as `63 %`. Whole percents, and never 100 before all is done.
    public String percent(double share) {
        return decimal(Math.floor(share * 100), 0, 0) + " %";
    }

    /// Such as `420 ms`, `4.1 s`, `2:05` or `1:02:05`.
    public String duration(Duration duration) {
        if (duration.toMillis() < 1000) {
            return duration.toMillis() + " ms";
        }
        return duration.toMinutes() < 1 ? decimal(duration.toMillis() / 1000.0, 1, 1) + " s" : clock(duration);
    }

    /// Such as `0:41` or `1:02:05`.
    public String clock(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        long hours = seconds / 3600;
        return hours == 0
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", hours, seconds / 60 % 60, seconds % 60);
    }

    /// A date and a time of day where the user is.
    public String moment(Instant moment) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(ZoneId.systemDefault())
                .format(moment);
    }

    private String decimal(double number, int leastPlaces, int mostPlaces) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(leastPlaces);
        format.setMaximumFractionDigits(mostPlaces);
        return format.format(number);
    }
}
