package dev.millrace.engine.parquet;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/// The values of one leaf column for some rows, one slot for each (value, repetition, definition) triple. A flat column
/// has one triple per row. All arrays are reused.
///
/// A value is an id of a dictionary, or 64 bits (integers sign-extended, floating-point numbers by their bits), or a
/// range of a pool of bytes. Where a column chunk has a dictionary, but a page does without, the ids of its slots are
/// [#NO_ID]. The slot of a null holds nothing.
final class LeafValues {

    static final int NO_ID = -1;

    final Leaf leaf;
    int rows;
    int triples;
    int nulls;
    int[] definition = new int[0]; // unused if there are no nulls
    int[] repetition = new int[0]; // unused unless the column is repeated
    int[] rowStart = new int[0]; // first triple of each row, and the end; unused unless the column is repeated
    @Nullable LeafDictionary dictionary; // null if no slot holds an id
    boolean holdsValues; // whether some slot holds a value itself
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
        nulls = 0;
        pooled = 0;
        dictionary = null;
        holdsValues = false;
    }

    boolean isNull(int triple) {
        return definition(triple) < leaf.maxDefinition();
    }

    int definition(int triple) {
        return nulls == 0 ? leaf.maxDefinition() : definition[triple];
    }

    /// The dictionary that the value of a triple is in; null if the slot holds the value itself.
    @Nullable LeafDictionary dictionaryOf(int triple) {
        LeafDictionary known = dictionary;
        return known != null && ids[triple] >= 0 ? known : null;
    }

    /// The value of a triple that is not null, of up to 64 bits.
    long bits(int triple) {
        LeafDictionary known = dictionaryOf(triple);
        return known == null ? bits[triple] : known.entries().bits[ids[triple]];
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
        if (dictionary != null && ids.length < capacity) {
            ids = Arrays.copyOf(ids, grown(capacity));
        }
        if (!holdsValues) {
            return;
        }
        if (!leaf.isBytes()) {
            if (bits.length < capacity) {
                bits = Arrays.copyOf(bits, grown(capacity));
            }
        } else if (start.length < capacity) {
            start = Arrays.copyOf(start, grown(capacity));
            end = Arrays.copyOf(end, grown(capacity));
        }
    }

    private static int grown(int capacity) {
        return Math.max(64, capacity + (capacity >> 1));
    }

    /// Adds bytes to the pool.
    ///
    /// @return where they begin in it
    int pool(byte[] bytes, int from, int length) {
        int first = pooled;
        int needed = Math.addExact(first, length);
        if (pool.length < needed) {
            pool = Arrays.copyOf(pool, Math.max(needed, (int) Math.min(Integer.MAX_VALUE - 8L, pool.length * 2L)));
        }
        System.arraycopy(bytes, from, pool, first, length);
        pooled = needed;
        return first;
    }

    /// Adds bytes to the pool, as the value of a slot.
    void put(int slot, byte[] bytes, int from, int length) {
        start[slot] = pool(bytes, from, length);
        end[slot] = pooled;
    }

    /// Tells that slots are to hold values themselves.
    void prepareValues(int slot, int count) {
        holdsValues = true;
        ensure(slot + count);
        if (dictionary != null) {
            Arrays.fill(ids, slot, slot + count, NO_ID);
        }
    }

    /// Moves `count` values that lie dense from a slot on to the slots of the triples that are not null.
    void spread(int from, int dense, int count) {
        if (dictionary != null) {
            spread(ids, from, dense, count);
        }
        if (holdsValues && leaf.isBytes()) {
            spread(start, from, dense, count);
            spread(end, from, dense, count);
        } else if (holdsValues) {
            int source = from + dense;
            for (int slot = from + count - 1; slot >= source; slot--) {
                if (definition[slot] == leaf.maxDefinition()) {
                    bits[slot] = bits[--source];
                }
            }
        }
    }

    private void spread(int[] slots, int from, int dense, int count) {
        int source = from + dense;
        for (int slot = from + count - 1; slot >= source; slot--) {
            if (definition[slot] == leaf.maxDefinition()) {
                slots[slot] = slots[--source];
            }
        }
    }

    /// A copy with arrays of its own.
    LeafValues retained() {
        LeafValues copy = new LeafValues(leaf);
        copy.rows = rows;
        copy.triples = triples;
        copy.nulls = nulls;
        copy.dictionary = dictionary;
        copy.definition = leaf.maxDefinition() > 0 ? Arrays.copyOf(definition, triples) : definition.clone();
        copy.repetition = leaf.maxRepetition() > 0 ? Arrays.copyOf(repetition, triples) : repetition.clone();
        copy.rowStart = leaf.maxRepetition() > 0 ? Arrays.copyOf(rowStart, rows + 1) : rowStart.clone();
        if (dictionary != null) {
            copy.ids = Arrays.copyOf(ids, triples);
        }
        copy.holdsValues = holdsValues;
        if (holdsValues && leaf.isBytes()) {
            copy.start = Arrays.copyOf(start, triples);
            copy.end = Arrays.copyOf(end, triples);
            copy.pool = Arrays.copyOf(pool, pooled);
            copy.pooled = pooled;
        } else if (holdsValues) {
            copy.bits = Arrays.copyOf(bits, triples);
        }
        return copy;
    }
}
