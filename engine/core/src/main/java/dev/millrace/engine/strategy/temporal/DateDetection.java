package dev.millrace.engine.strategy.temporal;

import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/// Settles on one format for a whole dataset.
final class DateDetection {

    private static final int EXAMPLES = 4;

    private final Place place;
    private final SortedMap<Integer, String> examples;

    /// @param place the date column, for messages
    /// @param examples for each kind of evidence the first text of that kind
    DateDetection(Place place, SortedMap<Integer, String> examples) {
        this.place = place;
        this.examples = examples;
    }

    /// The one format that reads every date.
    ///
    /// @param given by the recipe, if it gives one
    /// @throws DataException if there is no date, or no format, or there are several with different meanings
    DateFormat format(Optional<DateFormat> given) {
        if (examples.isEmpty()) {
            throw problem("no row has a readable date", "Name the right column in dateColumn");
        }
        return given.orElseGet(this::detected);
    }

    private DateFormat detected() {
        int left = -1;
        boolean differs = false;
        for (int kind : examples.keySet()) {
            left &= kind;
            differs |= (kind & DateEvidence.DIFFERS) != 0;
        }
        List<DateFormat> formats = formats(left);
        if (formats.isEmpty()) {
            throw problem("no one format reads all dates: " + told(), "Write them in one format, or " + howToSay());
        }
        if (formats.contains(DateFormat.MONTH_FIRST) && formats.contains(DateFormat.DAY_FIRST)) {
            if (differs) {
                throw ambiguous(formats);
            }
            return DateFormat.MONTH_FIRST;
        }
        if (formats.contains(DateFormat.COMPACT)) {
            throw ambiguous(List.of(DateFormat.COMPACT, DateFormat.SECONDS));
        }
        DateFormat first = formats.getFirst(); // seconds, where milliseconds are possible too
        if (!first.detected()) {
            throw problem(
                    "the dates can be read as " + first.word() + " only, such as " + told(),
                    "If that is what they are, set dateFormat to \"" + first.word() + "\"");
        }
        return first;
    }

    private DataException ambiguous(List<DateFormat> formats) {
        String words = String.join(" or ", formats.stream().map(DateFormat::word).toList());
        return problem("the dates may be " + words + ", such as " + told(), "Say which: " + howToSay());
    }

    private static String howToSay() {
        return "set dateFormat to one of "
                + String.join(", ", Arrays.stream(DateFormat.values()).map(DateFormat::word).toList());
    }

    private String told() {
        return String.join(", ", examples.entrySet().stream().limit(EXAMPLES).map(DateDetection::told).toList());
    }

    private static String told(Map.Entry<Integer, String> example) {
        List<String> words = formats(example.getKey()).stream().map(DateFormat::word).toList();
        return "'" + example.getValue() + "' (" + String.join(" or ", words) + ")";
    }

    private static List<DateFormat> formats(int set) {
        return Arrays.stream(DateFormat.values()).filter(format -> (set & format.bit()) != 0).toList();
    }

    private DataException problem(String finding, String remedy) {
        return new DataException(new Problem(place, finding, remedy));
    }
}
