package dev.millrace.engine.results;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Figures in words, in English and the same in every country.
final class Words {

    private Words() {}

    /// `5,000 rows in = 3,500 train + 750 val + 750 test`, with what was dropped, rejected and written again.
    static String accounting(RunFigures figures) {
        String in = number(figures.rowsIn()) + " rows in";
        if (figures.repeated() > 0) {
            in += " + " + number(figures.repeated()) + " written again";
        }
        List<String> out = new ArrayList<>();
        figures.rowsOut().forEach((split, rows) -> out.add(number(rows) + " " + split));
        figures.dropped().forEach((reason, rows) -> out.add(number(rows) + " dropped (" + reason + ")"));
        if (figures.rejected() > 0) {
            out.add(number(figures.rejected()) + " rejected");
        }
        return in + " = " + String.join(" + ", out);
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String count(long number, String noun) {
        return number(number) + " " + (number == 1 ? noun : noun + "s");
    }

    /// In powers of 1000.
    static String bytes(long bytes) {
        if (bytes < 1_000) {
            return count(bytes, "byte");
        }
        double amount = bytes / 1e3;
        String unit = "kB";
        for (String larger : List.of("MB", "GB", "TB")) {
            if (amount >= 999.95) {
                amount /= 1e3;
                unit = larger;
            }
        }
        return String.format(Locale.ROOT, "%,.1f %s", amount, unit);
    }

    static String millis(long millis) {
        return duration(Duration.ofMillis(millis));
    }

    static String duration(Duration duration) {
        if (duration.toMillis() < 1_000) {
            return duration.toMillis() + " ms";
        }
        if (duration.toMinutes() < 1) {
            return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1e3);
        }
        return duration.toHours() == 0
                ? String.format(Locale.ROOT, "%d min %02d s", duration.toMinutes(), duration.toSecondsPart())
                : String.format(Locale.ROOT, "%,d h %02d min", duration.toHours(), duration.toMinutesPart());
    }

    /// A cell as a person reads it: decimals to six digits, anything else as it is.
    static String cell(Cell cell) {
        Double number = cell.number();
        if (number == null || number.isInfinite() || number == Math.rint(number)) {
            return cell.text();
        }
        return String.format(Locale.ROOT, "%.6g", number);
    }
}
