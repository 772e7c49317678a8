package dev.millrace.app.data;

import dev.millrace.engine.problem.NearestName;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// Finds columns by a part of their names, in any case; names that begin with it come first.
final class ColumnSearch {

    private final List<String> names;
    private final String wanted;

    ColumnSearch(List<String> names, String typed) {
        this.names = names;
        this.wanted = typed.strip().toLowerCase(Locale.ROOT);
    }

    /// The best match: the whole name, then a begin, then a part of one.
    OptionalInt best() {
        int best = -1;
        int bestRank = Integer.MAX_VALUE;
        for (int i = 0; i < names.size(); i++) {
            int rank = rank(names.get(i));
            if (rank < bestRank) {
                best = i;
                bestRank = rank;
            }
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    /// The next match behind a column, after the last one the first.
    OptionalInt after(int column) {
        for (int i = 1; i <= names.size(); i++) {
            int at = Math.floorMod(column + i, names.size());
            if (rank(names.get(at)) < Integer.MAX_VALUE) {
                return OptionalInt.of(at);
            }
        }
        return OptionalInt.empty();
    }

    /// How many columns match.
    long count() {
        return names.stream().filter(name -> rank(name) < Integer.MAX_VALUE).count();
    }

    /// A name that may have been meant.
    Optional<String> nearest() {
        return NearestName.of(wanted, names);
    }

    private int rank(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        if (wanted.isEmpty() || !plain.contains(wanted)) {
            return Integer.MAX_VALUE;
        }
        return plain.equals(wanted) ? 0 : plain.startsWith(wanted) ? 1 : 2;
    }
}
