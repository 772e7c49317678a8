package dev.millrace.engine.results;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What two runs learned differently, cell by cell; what moved most comes first.
///
/// @param equal how many cells are the same in both
/// @param changes cells that differ, and those that only one of the two has
public record ArtifactDifference(long equal, List<Change> changes) {

    public ArtifactDifference {
        changes = List.copyOf(changes);
    }

    /// A cell that differs.
    ///
    /// @param file path of the artifact
    /// @param table what it shows, such as `Risks of country`
    /// @param row what tells the row apart from others
    /// @param before [Cell#NONE] if only the second run has it
    /// @param after [Cell#NONE] if only the first run has it
    public record Change(String file, ArtifactTable table, String row, Heading heading, Cell before, Cell after) {

        /// By how much the number moved, relative to the greater of the two; 1 for anything but two numbers.
        public double shift() {
            Double from = before.number();
            Double to = after.number();
            if (from == null || to == null) {
                return 1;
            }
            double greatest = Math.max(Math.abs(from), Math.abs(to));
            return greatest == 0 ? 0 : Math.abs(to - from) / greatest;
        }
    }

    private record Key(String file, ArtifactTable.Kind kind, String of, String row, Heading heading) {}

    private record Place(ArtifactTable table, Cell cell) {}

    public static ArtifactDifference of(Collection<ArtifactTable> before, Collection<ArtifactTable> after) {
        Map<Key, Place> first = cells(before);
        Map<Key, Place> second = cells(after);
        List<Change> changes = new ArrayList<>();
        long equal = 0;
        for (Map.Entry<Key, Place> cell : first.entrySet()) {
            Place other = second.remove(cell.getKey());
            if (other != null && isSame(cell.getValue().cell(), other.cell())) {
                equal++;
            } else {
                Cell now = other == null ? Cell.NONE : other.cell();
                changes.add(change(cell.getKey(), cell.getValue().table(), cell.getValue().cell(), now));
            }
        }
        second.forEach((key, place) -> changes.add(change(key, place.table(), Cell.NONE, place.cell())));
        changes.sort(Comparator.comparingDouble(Change::shift).reversed());
        return new ArtifactDifference(equal, changes);
    }

    private static Change change(Key key, ArtifactTable table, Cell before, Cell after) {
        return new Change(key.file(), table, key.row(), key.heading(), before, after);
    }

    private static boolean isSame(Cell one, Cell other) {
        return one.text().equals(other.text())
                || (one.number() != null && Objects.equals(one.number(), other.number()));
    }

    private static Map<Key, Place> cells(Collection<ArtifactTable> tables) {
        Map<Key, Place> cells = new LinkedHashMap<>();
        for (ArtifactTable table : tables) {
            for (List<Cell> row : table.rows()) {
                for (int i = 1; i < row.size(); i++) {
                    if (table.headings().get(i).kind().isDerived()) {
                        continue;
                    }
                    Key key =
                            new Key(
                                    table.file(),
                                    table.kind(),
                                    table.of(),
                                    row.getFirst().text(),
                                    table.headings().get(i));
                    cells.put(key, new Place(table, row.get(i)));
                }
            }
        }
        return cells;
    }
}
