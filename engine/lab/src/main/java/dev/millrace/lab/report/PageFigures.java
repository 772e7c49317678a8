package dev.millrace.lab.report;

import dev.millrace.lab.result.SideFigures;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/// Figures as people read them.
final class PageFigures {

    private static final double LEAST_P = 0.0001;

    private PageFigures() {}

    /// With three to five digits; empty for none.
    static String number(@Nullable Double number) {
        if (number == null || Double.isNaN(number)) {
            return "";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "∞" : "−∞";
        }
        double magnitude = Math.abs(number);
        String form = magnitude >= 1000 ? "%,.0f" : magnitude >= 10 ? "%.1f" : magnitude >= 0.1 ? "%.3f" : "%.3g";
        return number == 0 ? "0" : String.format(Locale.ROOT, form, number);
    }

    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    static String p(double p) {
        return p < LEAST_P ? "< 0.0001" : String.format(Locale.ROOT, "%.4f", p);
    }

    static String percent(double share) {
        return share == 0 ? "0" : String.format(Locale.ROOT, share < 0.001 ? "%.3f %%" : "%.1f %%", share * 100);
    }

    static String percent(@Nullable Double share, @Nullable Double error) {
        if (share == null) {
            return "";
        }
        return percent(share) + (error == null || error == 0 ? "" : " ± " + percent(error));
    }

    /// A figure and where it may lie.
    static String estimate(SideFigures.Estimate estimate) {
        return "%s [%s – %s]"
                .formatted(number(estimate.value()), number(estimate.bca().low()), number(estimate.bca().high()));
    }
}
