package dev.millrace.engine.strategy.impute;

import dev.millrace.engine.problem.Place;

/// A value that is no number, to be shown to the user.
record Example(String value, Place place) {

    private static final int CHARACTERS_SHOWN = 40;

    static Example of(String value, Place place) {
        boolean whole = value.length() <= CHARACTERS_SHOWN;
        return new Example(whole ? value : value.substring(0, CHARACTERS_SHOWN) + "…", place);
    }

    @Override
    public String toString() {
        return "'" + value + "' (" + place + ")";
    }
}
