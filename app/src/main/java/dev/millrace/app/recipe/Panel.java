package dev.millrace.app.recipe;

/// What the middle of the place shows.
public enum Panel {
    /// The form of the chosen card.
    FORM,
    /// What the recipe will do; beside the form where there is room.
    PLAN,
    /// The recipe as its file.
    JSON,
    /// Strategies and templates to choose from.
    GALLERY
}
