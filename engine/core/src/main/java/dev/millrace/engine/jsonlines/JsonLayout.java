package dev.millrace.engine.jsonlines;

import dev.millrace.engine.dataset.Schema;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.dataset.TextEncoding;
import dev.millrace.engine.text.LineNumbers;

import java.util.Arrays;
import java.util.Set;
import java.util.function.ToIntFunction;

/// Which values of a shard's objects are kept as cells. Makes what belongs to one buffer of its text.
///
/// @param slotOfColumn the slot of each column in a block, by schema position
/// @param slots the slot of a key, or [KeyTable#PASSED], or [KeyTable#REFUSED]
@SuppressWarnings("ArrayRecordComponent") // never compared
record JsonLayout(Shard shard, Framing framing, int[] slotOfColumn, ToIntFunction<String> slots) {

    /// Keeps no values: for a look at the keys.
    static JsonLayout ofKeys(Shard shard, Framing framing) {
        return new JsonLayout(shard, framing, new int[0], _ -> KeyTable.PASSED);
    }

    /// Lays out a shard of a dataset.
    ///
    /// @param columns positions in the schema of those that are looked at
    static JsonLayout of(Schema schema, Shard shard, Framing framing, Set<Integer> columns) {
        int[] slotOfColumn = new int[schema.size()];
        Arrays.fill(slotOfColumn, KeyTable.PASSED);
        int next = 0;
        for (int column : columns) {
            slotOfColumn[column] = next++;
        }
        int slotOfOthers = schema.isOpen() ? KeyTable.PASSED : KeyTable.REFUSED;
        return new JsonLayout(
                shard,
                framing,
                slotOfColumn,
                name -> schema.has(name) ? slotOfColumn[schema.position(name)] : slotOfOthers);
    }

    /// What is known of lines before the first row.
    LineNumbers firstLine() {
        return new LineNumbers(shard, TextEncoding.UTF_8, 0, 1);
    }

    JsonBlock newBlock() {
        return new JsonBlock(shard, framing, slotOfColumn);
    }

    KeyTable newKeys() {
        return new KeyTable(slots);
    }

    RowScanner newScanner(KeyTable keys, RowScanner.Faults faults) {
        return RowScanner.of(framing, keys, faults);
    }
}
