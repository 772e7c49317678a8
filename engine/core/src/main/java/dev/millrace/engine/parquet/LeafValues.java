package dev.millrace.engine.parquet;

import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/// The values of one leaf column for some rows, one slot for each (value, repetition, definition) triple. A flat column
/// has one triple per row. All arrays are reused.
///
/// Values are either ids of a dictionary, or 64 bits each (integers sign-extended, floating-point numbers by their
/// bits), or ranges of a pool of bytes. The slot of a null holds nothing.
final class LeafValues {

    final Leaf leaf;
    int rows;
    int triples;
    int[] definition = new int[0]; // unused if the column is required
    int[] repetition = new int[0]; // unused unless the column is repeated
    int[] rowStart = new int[0]; // first triple of each row, and the end; unused unless the column is repeated
    @Nullable LeafDictionary dictionary; // null unless the slots hold ids
    int[] ids = new int[0];
    long[] bits = new long[0];
    int[] start = new int[0];
    int[] end = new int[0];
    byte[] pool = new byte[0];
    int pooled;

    LeafValues(Leaf leaf) {
        this.leaf = leaf;
    }

    void clear() {
        rows = 0;
        triples = 0;
        pooled = 0;
        dictionary = null;
    }

    boolean isNull(int triple) {
        return leaf.maxDefinition() > 0 && definition[triple] < leaf.maxDefinition();
    }

    /// The value of a triple that is not null.
    long bits(int triple) {
        LeafDictionary known = dictionary;
        return known == null ? bits[triple] : known.bits(ids[triple]);
    }

    /// The value of a triple that is not null; borrowed if it lies in the pool.
    Binary bytes(int triple) {
        LeafDictionary known = dictionary;
        return known == null
                ? Binary.fromReusedByteArray(pool, start[triple], end[triple] - start[triple])
                : known.bytes(ids[triple]);
    }

    int firstTriple(int row) {
        return leaf.maxRepetition() == 0 ? row : rowStart[row];
    }

    int endTriple(int row) {
        return leaf.maxRepetition() == 0 ? row + 1 : rowStart[row + 1];
    }

    /// Makes room for triples up to a number.
    void ensure(int capacity) {
        if (leaf.maxDefinition() > 0 && definition.length < capacity) {
            definition = Arrays.copyOf(definition, grown(capacity));
        }
        if (leaf.maxRepetition() > 0 && repetition.length < capacity) {
            repetition = Arrays.copyOf(repetition, grown(capacity));
        }
        if (dictionary != null) {
            if (ids.length < capacity) {
                ids = Arrays.copyOf(ids, grown(capacity));
            }
        } else if (leaf.isBytes()) {
            if (start.length < capacity) {
                start = Arrays.copyOf(start, grown(capacity));
                end = Arrays.copyOf(end, grown(capacity));
            }
        } else if (bits.length < capacity) {
            bits = Arrays.copyOf(bits, grown(capacity));
        }
    }

    private static int grown(int capacity) {
        return Math.max(64, capacity + (capacity >> 1));
    }

    /// Adds bytes to the pool, as the value of a slot.
    void put(int slot, byte[] bytes, int from, int length) {
        int needed = Math.addExact(pooled, length);
        if (pool.length < needed) {
            pool = Arrays.copyOf(pool, Math.max(needed, (int) Math.min(Integer.MAX_VALUE - 8L, pool.length * 2L)));
        }
        System.arraycopy(bytes, from, pool, pooled, length);
        start[slot] = pooled;
        end[slot] = needed;
        pooled = needed;
    }

    /// Puts a value of a dictionary into a slot.
    void put(int slot, LeafDictionary from, int id) {
        if (leaf.isBytes()) {
            byte[] bytes = from.bytes(id).getBytesUnsafe();
            put(slot, bytes, 0, bytes.length);
        } else {
            bits[slot] = from.bits(id);
        }
    }

    /// Turns ids into values: where a block has both pages with a dictionary and pages without.
    void withoutDictionary() {
        LeafDictionary known = dictionary;
        if (known == null) {
            return;
        }
        dictionary = null;
        ensure(Math.max(triples, 1));
        for (int slot = 0; slot < triples; slot++) {
            if (!isNull(slot)) {
                put(slot, known, ids[slot]);
            }
        }
    }

    /// Moves `count` values that lie dense from a slot on to the slots of the triples that are not null.
    void spread(int from, int dense, int count) {
        int source = from + dense;
        for (int slot = from + count - 1; slot >= from && source < slot + 1; slot--) {
            if (definition[slot] == leaf.maxDefinition()) {
                move(--source, slot);
            }
        }
    }

    private void move(int source, int slot) {
        if (dictionary != null) {
            ids[slot] = ids[source];
        } else if (leaf.isBytes()) {
            start[slot] = start[source];
            end[slot] = end[source];
        } else {
            bits[slot] = bits[source];
        }
    }

    /// A copy with arrays of its own.
    LeafValues retained() {
        LeafValues copy = new LeafValues(leaf);
        copy.rows = rows;
        copy.triples = triples;
        copy.dictionary = dictionary;
        copy.definition = leaf.maxDefinition() > 0 ? Arrays.copyOf(definition, triples) : definition.clone();
        copy.repetition = leaf.maxRepetition() > 0 ? Arrays.copyOf(repetition, triples) : repetition.clone();
        copy.rowStart = leaf.maxRepetition() > 0 ? Arrays.copyOf(rowStart, rows + 1) : rowStart.clone();
        if (dictionary != null) {
            copy.ids = Arrays.copyOf(ids, triples);
        } else if (leaf.isBytes()) {
            copy.start = Arrays.copyOf(start, triples);
            copy.end = Arrays.copyOf(end, triples);
            copy.pool = Arrays.copyOf(pool, pooled);
            copy.pooled = pooled;
        } else {
            copy.bits = Arrays.copyOf(bits, triples);
        }
        return copy;
    }
}
