package dev.millrace.app.about;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A library that comes with the program.
///
/// @param version empty if it has none
/// @param licence all licences to choose from, separated by commas
public record Library(String name, String version, String licence) {

    /// A line of `THIRD-PARTY.txt`: `(licence) (licence) name (group:artifact:version - address)`.
    private static final Pattern LINE =
            Pattern.compile("\\s*((?:\\([^()]*(?:\\([^()]*\\)[^()]*)*\\)\\s+)+)(.*) \\(([^\\s()]+:)([^:]+) - .*\\)");

    private static final Pattern BETWEEN_LICENCES = Pattern.compile("\\)\\s+\\(");

    /// The libraries of the list that the build makes and the packages have, by name.
    static List<Library> listed(Stream<String> lines) {
        return lines.map(LINE::matcher)
                .filter(Matcher::matches)
                .map(Library::of)
                .sorted(Comparator.comparing(Library::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    private static Library of(Matcher line) {
        String licences = BETWEEN_LICENCES.matcher(line.group(1).strip()).replaceAll(", ");
        return new Library(line.group(2), line.group(4), licences.substring(1, licences.length() - 1));
    }
}
