package dev.millrace.engine.text;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Tells whether the first record of a text names the columns.
///
/// @param header whether it does
/// @param why in words
record HeaderDetector(boolean header, String why) {

    private static final double NEARLY_ALL = 0.9;

    /// Compares the first record with those after it, and with the first records of other shards.
    ///
    /// @param rows records of the table; those of another length are not looked at
    /// @param firstOfOthers the first records of some other shards
    static HeaderDetector of(List<List<String>> rows, List<List<String>> firstOfOthers) {
        if (rows.isEmpty()) {
            return new HeaderDetector(true, "there is no row");
        }
        List<String> first = rows.getFirst();
        List<List<String>> rest =
                rows.subList(1, rows.size()).stream().filter(row -> row.size() == first.size()).toList();
        int forIt = 0;
        int againstIt = 0;
        for (int column = 0; column < first.size(); column++) {
            CellKind name = CellKind.of(first.get(column));
            CellKind kind = kind(rest, column);
            boolean value = name == CellKind.NUMBER || name == CellKind.DATE;
            if (value) {
                againstIt++;
            } else if (name == CellKind.TEXT && (kind == CellKind.NUMBER || kind == CellKind.DATE)) {
                forIt++;
            }
        }
        if (forIt > 0 || againstIt > 0) {
            return forIt >= againstIt
                    ? new HeaderDetector(true, "the first record is text where the others hold numbers or dates")
                    : new HeaderDetector(false, "the first record holds numbers or dates as the others do");
        }
        return byWords(first, rest, firstOfOthers);
    }

    private static HeaderDetector byWords(
            List<String> first, List<List<String>> rest, List<List<String>> firstOfOthers) {
        if (firstOfOthers.stream().anyMatch(other -> sharedCells(first, other) > 0.5)) {
            return new HeaderDetector(true, "other shards begin with the same names");
        }
        long repeated = 0;
        for (int column = 0; column < first.size(); column++) {
            String name = first.get(column);
            int at = column;
            repeated += rest.stream().anyMatch(row -> row.get(at).equals(name)) && !name.isBlank() ? 1 : 0;
        }
        if (repeated * 2 > first.size()) {
            return new HeaderDetector(false, "the first record's values appear again below it");
        }
        boolean allDiffer =
                firstOfOthers.size() > 1
                        && first.size() > 1
                        && firstOfOthers.stream().allMatch(other -> sharedCells(first, other) < 0.2);
        if (allDiffer) {
            return new HeaderDetector(false, "every shard begins with another record");
        }
        return new HeaderDetector(true, "nothing speaks against it");
    }

    private static double sharedCells(List<String> first, List<String> other) {
        Set<String> cells = new HashSet<>(first);
        return (double) other.stream().distinct().filter(cells::contains).count() / Math.max(1, first.size());
    }

    /// What nearly all cells of a column are, as far as they are not empty.
    private static CellKind kind(List<List<String>> rows, int column) {
        Map<CellKind, Integer> counts = new EnumMap<>(CellKind.class);
        rows.forEach(row -> counts.merge(CellKind.of(row.get(column)), 1, Integer::sum));
        int filled = rows.size() - counts.getOrDefault(CellKind.EMPTY, 0);
        for (CellKind kind : List.of(CellKind.NUMBER, CellKind.DATE)) {
            if (filled > 0 && counts.getOrDefault(kind, 0) >= filled * NEARLY_ALL) {
                return kind;
            }
        }
        return CellKind.TEXT;
    }
}
