package dev.millrace.app.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Where the words that a person looks for stand in a text.
final class FoundWords {

    private final List<String> words;

    FoundWords(List<String> words) {
        this.words = words;
    }

    /// A piece of a text.
    ///
    /// @param wanted whether it is one of the words
    record Piece(String text, boolean wanted) {}

    /// The pieces of a text, in order.
    List<Piece> in(String text) {
        if (words.isEmpty()) {
            return List.of(new Piece(text, false));
        }
        String any = words.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        Matcher matcher = Pattern.compile(any, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE).matcher(text);
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        while (matcher.find()) {
            add(pieces, text.substring(from, matcher.start()), false);
            add(pieces, matcher.group(), true);
            from = matcher.end();
        }
        add(pieces, text.substring(from), false);
        return pieces;
    }

    private static void add(List<Piece> pieces, String text, boolean wanted) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, wanted));
        }
    }
}
