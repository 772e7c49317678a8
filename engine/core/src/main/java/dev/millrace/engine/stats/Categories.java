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
/// Open addressing with linear probing. In the table each key has a tag of two words: of a key of up to 15 bytes the
/// bytes themselves and their number, so that equal tags are equal keys and nothing else need be looked at; of a longer
/// one its hash, so that a key is compared only where it is very likely the one. A tag is made without asking how long
/// the key is, which a processor could not foresee from cell to cell. All keys lie in one pool.
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
    private static final long VACANT = 0; // tail of a tag
    private static final long LONG_KEY = Long.MIN_VALUE; // tail of a tag
    private static final int SHORT_KEY_BYTES = 2 * Long.BYTES - 1;

    private static final double NEAR = 1e-6; // relative; wider than how a 32-bit number and its text may differ

    private final int missingKeys;
    private final double[] missingNumbers;
    private int capacity;
    private int keys;
    private int longest; // bytes of a key
    private byte[] pool = new byte[1024];
    private int[] keyEnd = new int[32]; // end of key k in the pool; key k begins where key k - 1 ends
    private long[] tags = new long[2 * 64]; // of each slot its head and its tail
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
        missingNumbers =
                missing.stream()
                        .mapToDouble(value -> Numbers.parse(value, 0, value.length))
                        .filter(number -> !Double.isNaN(number))
                        .toArray();
    }

    /// Whether a number is surely [#FULL], whatever its text: only missing values are told apart, and none of them
    /// reads as about this number. Spares making the text.
    public boolean isSurelyFull(double number) {
        if (capacity > 0 || Double.isNaN(number)) {
            return false;
        }
        for (double declared : missingNumbers) {
            if (!(Math.abs(number - declared) > NEAR * Math.abs(declared))) { // also if both are infinite
                return false;
            }
        }
        return true;
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

    /// Copies the bytes of the value with this code.
    ///
    /// @return where the copy ends
    int copy(int code, byte[] target, int at) {
        int key = code + missingKeys;
        int length = keyEnd[key] - keyStart(key);
        System.arraycopy(pool, keyStart(key), target, at, length);
        return at + length;
    }

    /// The codes in ascending order of their bytes, taken as unsigned.
    int[] sortedCodes() {
        return new CodeSort(size()) {
            @Override
            long prefix(int code) {
                int key = code + missingKeys;
                return bigEndian(pool, keyStart(key), keyEnd[key]);
            }

            @Override
            int compare(int left, int right) {
                int a = left + missingKeys;
                int b = right + missingKeys;
                return Arrays.compareUnsigned(pool, keyStart(a), keyEnd[a], pool, keyStart(b), keyEnd[b]);
            }
        }.sorted();
    }

    /// The first eight bytes as a number, zeros where there are fewer.
    private static long bigEndian(byte[] bytes, int from, int to) {
        long prefix = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            prefix = (prefix << Byte.SIZE) | (from + i < to ? bytes[from + i] & 0xFF : 0);
        }
        return prefix;
    }

    /// Bytes of memory that it takes, those of the next growth too once it is near.
    public long footprint() {
        long keyBytes = (long) Integer.BYTES * keyEnd.length;
        long slotBytes = (long) (2 * Long.BYTES + Integer.BYTES) * keyOfSlot.length;
        return growing(pool.length, keys == 0 ? 0 : keyEnd[keys - 1], pool.length)
                + growing(keyBytes, keys, keyEnd.length)
                + growing(slotBytes, 2L * keys, keyOfSlot.length);
    }

    private static long growing(long bytes, long used, long capacity) {
        return 4 * used > 3 * capacity ? 2 * bytes : bytes;
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
        int length = to - from;
        long head;
        long tail;
        if (length > SHORT_KEY_BYTES) {
            head = hash(bytes, from, to);
            tail = LONG_KEY;
        } else {
            int headBits = Math.min(length, Long.BYTES) * Byte.SIZE;
            int tailBits = Math.max(length, Long.BYTES) * Byte.SIZE - Long.SIZE;
            head = word(bytes, from) & (-1L >>> (Long.SIZE - headBits));
            tail =
                    (word(bytes, from + Long.BYTES) & ((1L << tailBits) - 1))
                            | ((long) length << (Long.SIZE - Byte.SIZE));
        }
        int mask = keyOfSlot.length - 1;
        int slot = slot(head, tail);
        while (tags[2 * slot + 1] != VACANT) {
            if (tags[2 * slot] == head
                    && tags[2 * slot + 1] == tail
                    && (tail > 0 || isKey(keyOfSlot[slot], bytes, from, to))) {
                return keyOfSlot[slot];
            }
            slot = (slot + 1) & mask;
        }
        if (!insert) {
            return -1;
        }
        tags[2 * slot] = head;
        tags[2 * slot + 1] = tail;
        keyOfSlot[slot] = keys;
        append(bytes, from, to);
        if (keys * 2 > keyOfSlot.length) {
            grow();
        }
        return keys - 1;
    }

    private boolean isKey(int key, byte[] bytes, int from, int to) {
        return Arrays.equals(pool, keyStart(key), keyEnd[key], bytes, from, to);
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
        keyOfSlot = new int[oldKeys.length * 2];
        shift--;
        int mask = keyOfSlot.length - 1;
        for (int old = 0; old < oldKeys.length; old++) {
            long head = oldTags[2 * old];
            long tail = oldTags[2 * old + 1];
            if (tail != VACANT) {
                int slot = slot(head, tail);
                while (tags[2 * slot + 1] != VACANT) {
                    slot = (slot + 1) & mask;
                }
                tags[2 * slot] = head;
                tags[2 * slot + 1] = tail;
                keyOfSlot[slot] = oldKeys[old];
            }
        }
    }

    private int slot(long head, long tail) {
        return (int) (mix(head ^ tail * MULTIPLIER) >>> shift);
    }

    /// Takes eight bytes at a time; the last step re-reads bytes already seen rather than loop over a tail.
    private static long hash(byte[] bytes, int from, int to) {
        long hash = (long) to - from;
        for (int at = from; at < to - Long.BYTES; at += Long.BYTES) {
            hash = mix(hash ^ (long) WORD.get(bytes, at));
        }
        return mix(hash ^ (long) WORD.get(bytes, to - Long.BYTES));
    }

    /// Eight bytes, zeros where the array has ended.
    private static long word(byte[] bytes, int from) {
        if (from + Long.BYTES <= bytes.length) {
            return (long) WORD.get(bytes, from);
        }
        long word = 0;
        for (int at = bytes.length - 1; at >= from; at--) {
            word = (word << Byte.SIZE) | (bytes[at] & 0xFF);
        }
        return word;
    }

    private static long mix(long word) {
        long product = word * MULTIPLIER;
        return (product ^ (product >>> 29)) * MULTIPLIER;
    }
}
