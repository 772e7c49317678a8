package dev.millrace.engine.recipe;

import dev.millrace.engine.problem.Place;

/// Where the settings of a recipe stand.
@FunctionalInterface
public interface RecipePlaces {

    /// For a recipe that is in no file: a setting is named by its JSON pointer.
    RecipePlaces UNSAVED = pointer -> Place.of("recipe" + pointer);

    /// The place of the value at a JSON pointer such as `/strategies/0/fields/2`.
    Place of(String pointer);
}
