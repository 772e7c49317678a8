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
/// Open addressing with linear probing. In the table each key has a tag of 64 bits: of a key of up to seven bytes the
/// bytes themselves and their number, so that equal tags are equal keys and nothing else need be looked at; of a longer
/// one its hash, so that a key is compared only where it is very likely the one. All keys lie in one pool.
///
/// Owned by one thread. Memory is bounded by `capacity`: once that many values are known every further one has the code
/// [#FULL].
public final class Categories {

    /// Code of an empty value or of one declared missing.
    public static final int MISSING = -1;

    /// Code of an unknown value that found no room.
    public static final int FULL = -2;

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MULTIPLIER = 0x9E37_79B9_7F4A_7C15L;
    private static final long VACANT = 0;
    private static final long LONG_KEY = Long.MIN_VALUE; // in its tag
    private static final int SHORT_KEY_BYTES = Long.BYTES - 1;

    private final int missingKeys;
    private int capacity;
    private int keys;
    private int longest; // bytes of a key
    private byte[] pool = new byte[1024];
    private int[] keyEnd = new int[32]; // end of key k in the pool; key k begins where key k - 1 ends
    private long[] tags = new long[64];
    private int[] keyOfSlot = new int[64];
    private int shift = Long.SIZE - 6; // from a hash to a slot

    /// An empty set of categories.
    ///
    /// @param missing values that count as missing, as their bytes
    /// @param capacity how many distinct values are told apart; 0 if it is only to be told which are missing
    public Categories(Collection<byte[]> missing, int capacity) {
        if (capacity < 0) {
            throw new IllegalArgumentException("capacity is " + capacity + " but must not be negative");
        }
        this.capacity = capacity;
        for (byte[] value : missing) {
            if (value.length > 0) {
                find(value, 0, value.length, true);
            }
        }
        missingKeys = keys;
    }

    /// Makes room for more distinct values. Codes stay as they are.
    public void enlarge(int newCapacity) {
        capacity = Math.max(capacity, newCapacity);
    }

    /// The code of a value, which is remembered if it is new.
    public int codeOf(byte[] bytes, int from, int to) {
        if (from == to) {
            return MISSING;
        }
        boolean full = keys - missingKeys >= capacity;
        if (full && to - from > longest) {
            return FULL;
        }
        int key = find(bytes, from, to, !full);
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
        long tag = tag(bytes, from, to);
        int mask = tags.length - 1;
        int slot = slot(tag);
        while (tags[slot] != VACANT) {
            if (tags[slot] == tag && (tag > 0 || isKey(keyOfSlot[slot], bytes, from, to))) {
                return keyOfSlot[slot];
            }
            slot = (slot + 1) & mask;
        }
        if (!insert) {
            return -1;
        }
        tags[slot] = tag;
        keyOfSlot[slot] = keys;
        append(bytes, from, to);
        if (keys * 2 > tags.length) {
            grow();
        }
        return keys - 1;
    }

    /// Whether a key of more than seven bytes is this one.
    private boolean isKey(int key, byte[] bytes, int from, int to) {
        int start = keyStart(key);
        int end = keyEnd[key];
        if (end - start != to - from) {
            return false;
        }
        return to - from <= 2 * Long.BYTES
                ? (long) WORD.get(pool, start) == (long) WORD.get(bytes, from)
                        && (long) WORD.get(pool, end - Long.BYTES) == (long) WORD.get(bytes, to - Long.BYTES)
                : Arrays.equals(pool, start, end, bytes, from, to);
    }

    private int keyStart(int key) {
        return key == 0 ? 0 : keyEnd[key - 1];
    }

    private void append(byte[] bytes, int from, int to) {
        int start = keyStart(keys);
        int end = Math.addExact(start, to - from);
        if (end > pool.length) {
            pool = Arrays.copyOf(pool, Math.max(end, Math.multiplyExact(pool.length, 2)));
        }
        System.arraycopy(bytes, from, pool, start, to - from);
        if (keys == keyEnd.length) {
            keyEnd = Arrays.copyOf(keyEnd, keys * 2);
        }
        keyEnd[keys] = end;
        keys++;
        longest = Math.max(longest, to - from);
    }

    private void grow() {
        long[] oldTags = tags;
        int[] oldKeys = keyOfSlot;
        tags = new long[oldTags.length * 2];
        keyOfSlot = new int[tags.length];
        shift--;
        int mask = tags.length - 1;
        for (int old = 0; old < oldTags.length; old++) {
            if (oldTags[old] != VACANT) {
                int slot = slot(oldTags[old]);
                while (tags[slot] != VACANT) {
                    slot = (slot + 1) & mask;
                }
                tags[slot] = oldTags[old];
                keyOfSlot[slot] = oldKeys[old];
            }
        }
    }

    private int slot(long tag) {
        return (int) (mix(tag) >>> shift);
    }

    /// Positive for keys of up to seven bytes. Of longer keys eight bytes are taken at a time; the last step re-reads
    /// bytes already seen rather than loop over a tail.
    private static long tag(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length <= SHORT_KEY_BYTES) {
            return (long) length << (SHORT_KEY_BYTES * Byte.SIZE) | shortWord(bytes, from, length);
        }
        long hash = length;
        for (int at = from; at < to - Long.BYTES; at += Long.BYTES) {
            hash = mix(hash ^ (long) WORD.get(bytes, at));
        }
        return mix(hash ^ (long) WORD.get(bytes, to - Long.BYTES)) | LONG_KEY;
    }

    private static long shortWord(byte[] bytes, int from, int length) {
        if (from + Long.BYTES <= bytes.length) {
            return (long) WORD.get(bytes, from) & (-1L >>> (Long.SIZE - length * Byte.SIZE));
        }
        long word = 0;
        for (int at = from + length - 1; at >= from; at--) {
            word = (word << Byte.SIZE) | (bytes[at] & 0xFF);
        }
        return word;
    }

    private static long mix(long word) {
        long product = word * MULTIPLIER;
        return (product ^ (product >>> 29)) * MULTIPLIER;
    }
}
