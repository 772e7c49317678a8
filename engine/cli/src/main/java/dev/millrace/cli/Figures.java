package dev.millrace.cli;

import java.time.Duration;
import java.util.Locale;

/// Numbers as people read them, the same in every country.
final class Figures {

    private Figures() {}

    /// Such as `1,234,567`.
    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// Such as `1 shard` and `8 shards`.
    static String count(long number, String noun) {
        String plural = noun.endsWith("s") ? noun + "es" : noun + "s";
        return number(number) + " " + (number == 1 ? noun : plural);
    }

    /// Such as `12.3 MB`, in powers of 1000.
    static String bytes(long bytes) {
        if (bytes < 1_000) {
            return count(bytes, "byte");
        }
        double amount = bytes / 1e3;
        String unit = "kB";
        for (String larger : new String[] {"MB", "GB", "TB"}) {
            if (amount >= 999.95) {
                amount /= 1e3;
                unit = larger;
            }
        }
        return String.format(Locale.ROOT, "%,.1f %s", amount, unit);
    }

    /// Such as `0.42 s`, `12.3 s`, `3 min 05 s` and `2 h 10 min`.
    static String duration(Duration duration) {
        double seconds = duration.toMillis() / 1e3;
        if (seconds < 10) {
            return String.format(Locale.ROOT, "%.2f s", seconds);
        }
        if (seconds < 60) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        return duration.toHours() == 0
                ? String.format(Locale.ROOT, "%d min %02d s", duration.toMinutes(), duration.toSecondsPart())
                : String.format(Locale.ROOT, "%,d h %02d min", duration.toHours(), duration.toMinutesPart());
    }

    /// Such as `0:07` and `1:02:03`.
    static String clock(Duration duration) {
        return duration.toHours() == 0
                ? String.format(Locale.ROOT, "%d:%02d", duration.toMinutes(), duration.toSecondsPart())
                : String.format(
                        Locale.ROOT,
                        "%d:%02d:%02d",
                        duration.toHours(),
                        duration.toMinutesPart(),
                        duration.toSecondsPart());
    }

    /// An amount by time; a time below a millisecond counts as one.
    static long perSecond(long amount, Duration duration) {
        return Math.round(amount * 1e3 / Math.max(1, duration.toMillis()));
    }
}
