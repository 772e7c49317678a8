package dev.millrace.app.recipe;

/// A card of the recipe: its dataset, a strategy, or its output.
///
/// @param kind which of the three
/// @param pointer where it stands in the document
/// @param title what a person calls it
/// @param detail its main settings in a line
/// @param badge the passes that it takes part in; empty while there is no plan
/// @param state how it stands
public record Card(Kind kind, String pointer, String title, String detail, String badge, State state) {

    /// What a card stands for.
    public enum Kind {
        DATASET,
        STRATEGY,
        OUTPUT
    }

    /// How a card stands.
    public enum State {
        READY,
        ATTENTION,
        OFF
    }
}
