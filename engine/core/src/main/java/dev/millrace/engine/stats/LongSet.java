package dev.millrace.engine.stats;

import java.util.Arrays;

/// A growing set of hashes: open addressing with linear probing, 16 to 32 bytes for each. The keys must be well mixed,
/// as hashes are. Not thread-safe while it grows.
public final class LongSet {

    private long[] table = new long[64]; // 0 is vacant
    private boolean hasZero;
    private int keys; // in the table

    /// Adds a key.
    ///
    /// @return whether it is new
    public boolean add(long key) {
        if (key == 0) {
            boolean isNew = !hasZero;
            hasZero = true;
            return isNew;
        }
        int slot = slot(key);
        if (table[slot] == key) {
            return false;
        }
        table[slot] = key;
        if (++keys * 2L > table.length) {
            grow();
        }
        return true;
    }

    public boolean contains(long key) {
        return key == 0 ? hasZero : table[slot(key)] == key;
    }

    public int size() {
        return keys + (hasZero ? 1 : 0);
    }

    /// Bytes of memory that it takes, those of the next growth too once it is near.
    public long footprint() {
        long bytes = (long) Long.BYTES * table.length;
        return 8L * keys > 3L * table.length ? 3 * bytes : bytes;
    }

    /// The keys in ascending order.
    public long[] sorted() {
        long[] sorted = new long[size()];
        int count = hasZero ? 1 : 0;
        for (long key : table) {
            if (key != 0) {
                sorted[count++] = key;
            }
        }
        Arrays.sort(sorted);
        return sorted;
    }

    /// Where a key is, or would be.
    private int slot(long key) {
        int mask = table.length - 1;
        int slot = (int) key & mask;
        while (table[slot] != 0 && table[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] old = table;
        table = new long[Math.multiplyExact(old.length, 2)];
        for (long key : old) {
            if (key != 0) {
                table[slot(key)] = key;
            }
        }
    }
}
