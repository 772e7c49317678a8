package dev.millrace.engine.strategy.impute;

import dev.millrace.engine.problem.Place;
import dev.millrace.engine.stats.SummaryInput;
import dev.millrace.engine.stats.SummaryOutput;
import dev.millrace.engine.strategy.SummaryParts;

import java.io.IOException;

/// A value that is no number, to be shown to the user.
record Example(String value, Place place) {

    private static final int CHARACTERS_SHOWN = 40;

    static Example of(String value, Place place) {
        boolean whole = value.length() <= CHARACTERS_SHOWN;
        return new Example(whole ? value : value.substring(0, CHARACTERS_SHOWN) + "…", place);
    }

    void write(SummaryOutput out) throws IOException {
        out.text(value);
        SummaryParts.write(place, out);
    }

    static Example read(SummaryInput in) throws IOException {
        return new Example(in.text(), SummaryParts.readPlace(in));
    }

    @Override
    public String toString() {
        return "'" + value + "' (" + place + ")";
    }
}
