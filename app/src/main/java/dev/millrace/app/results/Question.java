package dev.millrace.app.results;

/// Something that is done only if the person says yes.
///
/// @param title what would be done
/// @param text what that means
/// @param yes the word on the button
/// @param danger whether it cannot be undone
/// @param action what is done
record Question(String title, String text, String yes, boolean danger, Runnable action) {}
