package dev.millrace.engine.stats;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Collection;

/// The distinct values of a column as dense codes 0, 1, 2 … in the order of first appearance, looked up by their bytes
/// so that no text is made per cell. Some values may be declared missing beforehand; they and the empty value have the
/// code [#MISSING].
///
/// Open addressing with linear probing; all keys lie in one pool. Owned by one thread. Memory is bounded by `capacity`:
/// once that many values are known every further one has the code [#FULL].
public final class Categories {

    /// Code of an empty value or of one declared missing.
    public static final int MISSING = -1;

    /// Code of an unknown value that found no room.
    public static final int FULL = -2;

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MULTIPLIER = 0x9E37_79B9_7F4A_7C15L;
    private static final int VACANT = 0;

    private final int capacity;
    private final int missingKeys;
    private int keys;
    private byte[] pool = new byte[1024];
    private int[] keyEnd = new int[32]; // end of key k in the pool; key k begins where key k - 1 ends
    private int[] keyHash = new int[32];
    private int[] table = new int[64]; // key + 1, or VACANT

    /// An empty set of categories.
    ///
    /// @param missing values that count as missing, as their bytes
    /// @param capacity how many distinct values are told apart, at least 1
    public Categories(Collection<byte[]> missing, int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity is " + capacity + " but must be at least 1");
        }
        this.capacity = capacity;
        for (byte[] value : missing) {
            if (value.length > 0) {
                find(value, 0, value.length, true);
            }
        }
        missingKeys = keys;
    }

    /// The code of a value, which is remembered if it is new.
    public int codeOf(byte[] bytes, int from, int to) {
        if (from == to) {
            return MISSING;
        }
        int key = find(bytes, from, to, keys - missingKeys < capacity);
        return key < 0 ? FULL : Math.max(key - missingKeys, MISSING);
    }

    /// How many distinct non-missing values are known; codes are below this.
    public int size() {
        return keys - missingKeys;
    }

    /// A copy of the bytes of the value with this code.
    public byte[] bytes(int code) {
        int key = code + missingKeys;
        return Arrays.copyOfRange(pool, keyStart(key), keyEnd[key]);
    }

    /// The value with this code as a number, as [Numbers#parse] reads it; NaN if it is none.
    public double number(int code) {
        int key = code + missingKeys;
        return Numbers.parse(pool, keyStart(key), keyEnd[key]);
    }

    /// The bytes of all known non-missing values together.
    public int bytesHeld() {
        return keys == missingKeys ? 0 : keyEnd[keys - 1] - keyStart(missingKeys);
    }

    private int find(byte[] bytes, int from, int to, boolean insert) {
        int hash = hash(bytes, from, to);
        int mask = table.length - 1;
        int slot = hash & mask;
        while (table[slot] != VACANT) {
            int key = table[slot] - 1;
            if (keyHash[key] == hash && Arrays.equals(pool, keyStart(key), keyEnd[key], bytes, from, to)) {
                return key;
            }
            slot = (slot + 1) & mask;
        }
        if (!insert) {
            return -1;
        }
        table[slot] = keys + 1;
        append(hash, bytes, from, to);
        if (keys * 2 > table.length) {
            rehash();
        }
        return keys - 1;
    }

    private int keyStart(int key) {
        return key == 0 ? 0 : keyEnd[key - 1];
    }

    private void append(int hash, byte[] bytes, int from, int to) {
        int start = keyStart(keys);
        int end = Math.addExact(start, to - from);
        if (end > pool.length) {
            pool = Arrays.copyOf(pool, Math.max(end, Math.multiplyExact(pool.length, 2)));
        }
        System.arraycopy(bytes, from, pool, start, to - from);
        if (keys == keyEnd.length) {
            keyEnd = Arrays.copyOf(keyEnd, keys * 2);
            keyHash = Arrays.copyOf(keyHash, keys * 2);
        }
        keyEnd[keys] = end;
        keyHash[keys] = hash;
        keys++;
    }

    private void rehash() {
        table = new int[table.length * 2];
        int mask = table.length - 1;
        for (int key = 0; key < keys; key++) {
            int slot = keyHash[key] & mask;
            while (table[slot] != VACANT) {
                slot = (slot + 1) & mask;
            }
            table[slot] = key + 1;
        }
    }

    /// Eight bytes at a time; the last step re-reads bytes already seen rather than loop over a tail.
    private static int hash(byte[] bytes, int from, int to) {
        int length = to - from;
        long hash = length;
        if (length >= Long.BYTES) {
            for (int at = from; at < to - Long.BYTES; at += Long.BYTES) {
                hash = mix(hash ^ (long) WORD.get(bytes, at));
            }
            hash = mix(hash ^ (long) WORD.get(bytes, to - Long.BYTES));
        } else if (from + Long.BYTES <= bytes.length) {
            long keep = -1L >>> (Long.SIZE - length * Byte.SIZE);
            hash = mix(hash ^ ((long) WORD.get(bytes, from) & keep));
        } else {
            long word = 0;
            for (int at = to - 1; at >= from; at--) {
                word = (word << Byte.SIZE) | (bytes[at] & 0xFF);
            }
            hash = mix(hash ^ word);
        }
        return (int) (hash >>> 32);
    }

    private static long mix(long word) {
        long product = word * MULTIPLIER;
        return (product ^ (product >>> 29)) * MULTIPLIER;
    }
}
