package dev.millrace.app.palette;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;

/// How well a text fits what was typed: its letters, in order, but not necessarily side by side. Letters that begin a
/// word or follow each other count more, and a short text more than a long one.
///
/// @param score higher is better
/// @param letters places in the text that were matched
record FuzzyMatch(int score, BitSet letters) {

    private static final int LETTER = 4;
    private static final int WORD_START = 10;
    private static final int FOLLOWS = 8;
    private static final int WHOLE = 40;
    private static final int BEGINS = 20;
    private static final int MOST_LENGTH_COST = 12;
    private static final int NONE = Integer.MIN_VALUE / 2;

    /// Matches a text; spaces of what was typed may be anything.
    ///
    /// @return empty if a letter is not there, or not in order
    static Optional<FuzzyMatch> of(String typed, String text) {
        String wanted = typed.toLowerCase(Locale.ROOT).replace(" ", "");
        String given = text.toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return Optional.of(new FuzzyMatch(0, new BitSet()));
        }
        if (given.length() != text.length() || !isContained(wanted, given)) {
            return Optional.empty(); // letters whose small form is longer are too rare to be worth a map of places
        }
        BitSet letters = new BitSet();
        int score = best(wanted, text, given, letters) - Math.min(MOST_LENGTH_COST, text.length() / 4);
        if (given.startsWith(wanted)) {
            score += given.length() == wanted.length() ? WHOLE : BEGINS;
        }
        return Optional.of(new FuzzyMatch(score, letters));
    }

    private static boolean isContained(String wanted, String given) {
        int at = 0;
        for (int i = 0; i < given.length() && at < wanted.length(); i++) {
            at += given.charAt(i) == wanted.charAt(at) ? 1 : 0;
        }
        return at == wanted.length();
    }

    /// The best way to place the letters: `ending[i][j]` is the best score of the first `i + 1` letters with the last
    /// of them at `j`.
    private static int best(String wanted, String text, String given, BitSet letters) {
        int[][] ending = new int[wanted.length()][given.length()];
        int[][] before = new int[wanted.length()][given.length()];
        for (int i = 0; i < wanted.length(); i++) {
            Arrays.fill(ending[i], NONE);
            int bestBefore = NONE;
            int bestAt = -1;
            for (int j = i; j < given.length(); j++) {
                if (i > 0 && ending[i - 1][j - 1] > bestBefore) {
                    bestBefore = ending[i - 1][j - 1];
                    bestAt = j - 1;
                }
                if (given.charAt(j) != wanted.charAt(i)) {
                    continue;
                }
                int own = LETTER + (startsWord(text, j) ? WORD_START : 0);
                int following = i > 0 ? ending[i - 1][j - 1] + FOLLOWS : NONE;
                before[i][j] = following >= bestBefore ? j - 1 : bestAt;
                ending[i][j] = own + (i == 0 ? 0 : Math.max(following, bestBefore));
            }
        }
        int last = wanted.length() - 1;
        int at = last;
        for (int j = 0; j < given.length(); j++) {
            at = ending[last][j] > ending[last][at] ? j : at;
        }
        int score = ending[last][at];
        for (int i = last; i >= 0; i--) {
            letters.set(at);
            at = before[i][at];
        }
        return score;
    }

    private static boolean startsWord(String text, int at) {
        if (at == 0) {
            return true;
        }
        char before = text.charAt(at - 1);
        char here = text.charAt(at);
        return !Character.isLetterOrDigit(before)
                || (Character.isUpperCase(here) && Character.isLowerCase(before))
                || (Character.isDigit(here) && !Character.isDigit(before));
    }
}
