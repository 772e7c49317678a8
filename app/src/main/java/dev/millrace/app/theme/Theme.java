package dev.millrace.app.theme;

/// Which colours the window has.
public enum Theme {
    /// As the desktop says.
    SYSTEM,
    LIGHT,
    DARK
}
