package dev.millrace.app.palette;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A goal that fits what was typed.
///
/// @param score higher is better
/// @param letters places in its words that fit
public record Found(Goal goal, int score, BitSet letters) {

    private static final int DISABLED = -200;

    public Found {
        letters = (BitSet) letters.clone();
    }

    @Override
    public BitSet letters() {
        return (BitSet) letters.clone();
    }

    /// The goals that fit best, best first; those that fit as well stay in their order.
    static List<Found> best(String typed, List<Goal> goals, int most) {
        return goals.stream()
                .map(goal -> of(typed, goal))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingInt(Found::score).reversed())
                .limit(most)
                .toList();
    }

    private static Optional<Found> of(String typed, Goal goal) {
        int extra = goal.kind().weight() + (goal.enabled() ? 0 : DISABLED);
        return FuzzyMatch.of(typed, goal.words()).map(match -> new Found(goal, match.score() + extra, match.letters()));
    }
}
