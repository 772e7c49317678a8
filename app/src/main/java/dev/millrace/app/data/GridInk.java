package dev.millrace.app.data;

import java.util.Locale;

/// What the grid is painted with; the stylesheet says the colour of each.
enum GridInk {
    SURFACE,
    STRIPE,
    HEAD,
    LINE,
    TEXT,
    MUTED,
    ACCENT,
    ACCENT_SOFT,
    BAR,
    BAR_SOFT,
    WARNING,
    DANGER,
    DANGER_SOFT;

    /// Its property in the stylesheet, such as `-mr-grid-accent-soft`.
    String property() {
        return "-mr-grid-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
