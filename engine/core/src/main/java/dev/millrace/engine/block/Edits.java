package dev.millrace.engine.block;

import java.util.List;
import java.util.TreeMap;

/// What the strategies of a recipe did to one block: for each edited column, which cells get which replacement.
/// Everything else keeps its exact bytes. Owned by one worker and reused for every block of a shard.
public final class Edits {

    /// Choice for a cell that keeps its value.
    public static final int KEEP = -1;

    private final TreeMap<Integer, ColumnEdit> columns = new TreeMap<>();

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

        private ColumnEdit overlaid(int[] later, Replacements laterReplacements) {
            int[] merged = choices.clone();
            for (int row = 0; row < Math.min(merged.length, later.length); row++) {
                if (later[row] != KEEP) {
                    merged[row] = replacements.size() + later[row];
                }
            }
            return new ColumnEdit(position, merged, replacements.followedBy(laterReplacements));
        }
    }

    /// Forgets all edits, before the next block.
    public void clear() {
        columns.clear();
    }

    /// Edits a column; where it was edited before, a new choice wins over the earlier one. The array is borrowed until
    /// [#clear].
    public void replace(int position, int[] choices, Replacements replacements) {
        ColumnEdit earlier = columns.get(position);
        columns.put(
                position,
                earlier == null
                        ? new ColumnEdit(position, choices, replacements)
                        : earlier.overlaid(choices, replacements));
    }

    /// The edited columns in schema order.
    public List<ColumnEdit> columns() {
        return List.copyOf(columns.values());
    }

    /// The block as later strategies of the recipe see it.
    public Block appliedTo(Block block) {
        return columns.isEmpty() ? block : new EditedBlock(block, columns);
    }
}
