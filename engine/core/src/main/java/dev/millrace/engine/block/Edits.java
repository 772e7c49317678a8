package dev.millrace.engine.block;

import dev.millrace.engine.dataset.Split;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What the strategies of a recipe did to one block: which cells get which replacement, and which rows go where.
/// Everything else keeps its exact bytes. Owned by one worker and reused for every block of a shard.
@SuppressWarnings("EnumOrdinal") // a byte per row
public final class Edits {

    /// Choice for a cell that keeps its value.
    public static final int KEEP = -1;

    private static final Split[] SPLITS = Split.values();
    private static final int OUT = -1; // of the routes: the row goes nowhere

    private final TreeMap<Integer, ColumnEdit> columns = new TreeMap<>();
    private final IdentityHashMap<Replacements, IdentityHashMap<Replacements, int[]>> translations =
            new IdentityHashMap<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private final Map<String, long[]> dropped = new TreeMap<>(); // rows by reason, in an array of one

    private Split home = Split.TRAIN;
    private int rows;
    private byte @Nullable [] routes; // ordinal of the split of each row, or OUT; null while all rows are at home
    private int @Nullable [] copies; // how often each row is written; null while every row is once

    /// The edits of one column.
    ///
    /// @param position position in the schema
    /// @param choices for each row an index into the replacements, or [#KEEP]
    /// @param replacements the new values
    @SuppressWarnings("ArrayRecordComponent") // borrowed for a block, never compared
    public record ColumnEdit(int position, int[] choices, Replacements replacements) {

        ColumnEdit retained() {
            return new ColumnEdit(position, choices.clone(), replacements);
        }
    }

    /// A bad row.
    ///
    /// @param row in the block
    /// @param column name of the column at fault
    /// @param reason what is wrong with it
    /// @param remedy what to do about it
    public record Rejection(int row, String column, String reason, String remedy) {}

    /// Forgets everything, before the next block.
    ///
    /// @param split where the block's rows belong so far
    /// @param rowsOfBlock how many there are
    public void clear(Split split, int rowsOfBlock) {
        columns.clear();
        rejections.clear();
        dropped.clear();
        home = split;
        rows = rowsOfBlock;
        routes = null;
        copies = null;
    }

    /// Edits a column; where it was edited before, a new choice wins over the earlier one. The array is borrowed until
    /// [#clear], and earlier choices are written into it.
    public void replace(int position, int[] choices, Replacements replacements) {
        ColumnEdit earlier = columns.get(position);
        if (earlier != null) {
            int[] translation = translation(earlier.replacements(), replacements);
            for (int row = 0; row < rows; row++) {
                int choice = earlier.choices()[row];
                if (choices[row] == KEEP && choice != KEEP) {
                    if (translation[choice] == KEEP) {
                        translation[choice] = replacements.add(earlier.replacements(), choice);
                    }
                    choices[row] = translation[choice];
                }
            }
        }
        columns.put(position, new ColumnEdit(position, choices, replacements));
    }

    /// Where values of an earlier strategy are in the list of a later one; KEEP for those that are not yet.
    private int[] translation(Replacements from, Replacements to) {
        IdentityHashMap<Replacements, int[]> known = translations.computeIfAbsent(from, _ -> new IdentityHashMap<>());
        int[] translation = known.getOrDefault(to, new int[0]);
        if (translation.length < from.size()) {
            int before = translation.length;
            translation = Arrays.copyOf(translation, from.size());
            Arrays.fill(translation, before, translation.length, KEEP);
            known.put(to, translation);
        }
        return translation;
    }

    /// Sends a row to another split.
    public void route(int row, Split split) {
        ensureRoutes()[row] = (byte) split.ordinal();
    }

    /// Leaves a row out because the strategy's definition says so.
    ///
    /// @param reason in a few fixed words; counted in the manifest
    public void drop(int row, String reason) {
        if (isIn(row)) {
            ensureRoutes()[row] = OUT;
            dropped.computeIfAbsent(reason, _ -> new long[1])[0]++;
        }
    }

    /// Leaves a row out because it is bad.
    public void reject(Rejection rejection) {
        if (isIn(rejection.row())) {
            ensureRoutes()[rejection.row()] = OUT;
            rejections.add(rejection);
        }
    }

    /// Writes a row several times.
    ///
    /// @param times at least 1
    public void repeat(int row, int times) {
        if (copies == null) {
            copies = new int[rows];
            Arrays.fill(copies, 1);
        }
        copies[row] = times;
    }

    /// Whether the row still goes somewhere.
    public boolean isIn(int row) {
        return routes == null || routes[row] != OUT;
    }

    /// Whether the row goes to a split.
    public boolean isIn(int row, Split split) {
        return routes == null ? split == home : routes[row] == split.ordinal();
    }

    /// The split a row goes to, null if it is left out.
    public @Nullable Split split(int row) {
        if (routes == null) {
            return home;
        }
        return routes[row] == OUT ? null : SPLITS[routes[row]];
    }

    /// Whether all rows go to the split they came from, each once.
    public boolean allRowsAtHome() {
        return routes == null && copies == null;
    }

    /// How often a row is written to a split; 0 if it does not go there.
    public int times(int row, Split split) {
        if (!isIn(row, split)) {
            return 0;
        }
        return copies == null ? 1 : copies[row];
    }

    /// The splits that some row goes to.
    public Set<Split> destinations() {
        if (routes == null) {
            return rows == 0 ? Set.of() : Set.of(home);
        }
        int found = 0; // a bit for each split
        for (byte route : routes) {
            found |= route == OUT ? 0 : 1 << route;
        }
        Set<Split> splits = EnumSet.noneOf(Split.class);
        for (Split split : SPLITS) {
            if ((found & 1 << split.ordinal()) != 0) {
                splits.add(split);
            }
        }
        return splits;
    }

    /// The edited columns in schema order.
    public List<ColumnEdit> columns() {
        return List.copyOf(columns.values());
    }

    /// Rows written beyond the first time.
    public long repeatedRows() {
        long repeated = 0;
        for (int row = 0; copies != null && row < rows; row++) {
            repeated += isIn(row) ? copies[row] - 1 : 0;
        }
        return repeated;
    }

    /// Rows left out by definition, counted by reason.
    public Map<String, Long> dropped() {
        Map<String, Long> counts = new TreeMap<>();
        dropped.forEach((reason, count) -> counts.put(reason, count[0]));
        return counts;
    }

    public List<Rejection> rejections() {
        return rejections;
    }

    /// The block as later strategies of the recipe see it: all its rows, with their cells as edited.
    public Block appliedTo(Block block) {
        return columns.isEmpty() ? block : new EditedBlock(block, columns);
    }

    /// Those rows of a block that go to a split; the block itself if all do.
    ///
    /// @param edited the block as [#appliedTo] gives it
    public Block rowsIn(Split split, Block edited) {
        if (allRowsAtHome() && split == home) {
            return edited;
        }
        int[] selected = new int[rows];
        int count = 0;
        for (int row = 0; row < rows; row++) {
            for (int times = times(row, split); times > 0; times--) {
                if (count == selected.length) {
                    selected = Arrays.copyOf(selected, count * 2);
                }
                selected[count++] = row;
            }
        }
        return new SelectedBlock(edited, selected, count);
    }

    private byte[] ensureRoutes() {
        if (routes == null) {
            routes = new byte[rows];
            Arrays.fill(routes, (byte) home.ordinal());
        }
        return routes;
    }
}
