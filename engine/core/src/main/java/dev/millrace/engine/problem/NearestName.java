package dev.millrace.engine.problem;

import org.apache.commons.text.similarity.LevenshteinDistance;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// Suggests what a person may have meant.
public final class NearestName {

    private NearestName() {}

    /// The candidate closest to a name by Levenshtein distance, ignoring case; empty when none differs by less than
    /// half of the longer name's characters.
    public static Optional<String> of(String name, Collection<String> candidates) {
        String wanted = name.toLowerCase(Locale.ROOT);
        String best = null;
        int bestDistance = Integer.MAX_VALUE;
        for (String candidate : candidates) {
            int limit = (Math.max(wanted.length(), candidate.length()) + 1) / 2;
            int distance = new LevenshteinDistance(limit).apply(wanted, candidate.toLowerCase(Locale.ROOT));
            if (distance >= 0 && distance < bestDistance) {
                best = candidate;
                bestDistance = distance;
            }
        }
        return Optional.ofNullable(best);
    }

    /// A remedy sentence: the nearest candidate if there is one, else the candidates themselves.
    public static String remedy(String name, Collection<String> candidates) {
        String suggestion = of(name, candidates).map(nearest -> "Did you mean '" + nearest + "'? ").orElse("");
        return suggestion + "Known: " + listed(candidates);
    }

    private static String listed(Collection<String> names) {
        int shown = 30;
        String list = String.join(", ", names.stream().limit(shown).toList());
        return names.size() > shown ? list + " and " + (names.size() - shown) + " more" : list;
    }
}
