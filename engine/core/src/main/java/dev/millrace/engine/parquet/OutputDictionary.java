package dev.millrace.engine.parquet;

import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// The dictionary of one column chunk of the output: values, as the bytes that they have in a plain page, by id in the
/// order of their first use. Values are looked up only if somebody asks for that; who knows that a value is new, such
/// as an entry of the only dictionary of the input, just adds it. Reused for the next chunk.
final class OutputDictionary {

    /// The name that every reader knows, of pages of ids and of the dictionary itself.
    @SuppressWarnings("deprecation")
    static final Encoding ENCODING = Encoding.PLAIN_DICTIONARY;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MULTIPLIER = 0x9E37_79B9_7F4A_7C15L;
    private static final int VACANT = 0;
    private static final int MOST_BYTES = 1 << 20;

    private final int fixed; // bytes of every value, 0 if each has its length before it
    private final EncodedBytes pool = new EncodedBytes();
    private int[] end = new int[16];
    private int size;
    private int[] table = new int[0]; // id + 1, or VACANT; empty until something is looked up

    OutputDictionary(int fixed) {
        this.fixed = fixed;
    }

    void clear() {
        size = 0;
        pool.clear();
        Arrays.fill(table, VACANT);
    }

    /// Gives the memory of its values back, which are no more there until it is [cleared][#clear].
    void release() {
        pool.release();
    }

    int size() {
        return size;
    }

    /// Bytes of its page.
    int bytes() {
        return pool.size() + (fixed == 0 ? size * Integer.BYTES : 0);
    }

    /// The id of a value, which is added if it is new.
    ///
    /// @param lookUp whether it may be there
    /// @return −1 if there is no room for it
    int idOf(byte[] bytes, int from, int length, boolean lookUp) {
        int known = lookUp ? find(bytes, from, length) : -1;
        boolean hasRoom = bytes() + (long) length + Integer.BYTES <= MOST_BYTES;
        return known >= 0 || !hasRoom ? known : add(bytes, from, length);
    }

    private int add(byte[] bytes, int from, int length) {
        if (size == end.length) {
            end = Arrays.copyOf(end, size * 2);
        }
        pool.put(bytes, from, length);
        end[size] = pool.size();
        size++;
        if (table.length > 0) {
            index(size - 1);
        }
        return size - 1;
    }

    private int find(byte[] bytes, int from, int length) {
        if (table.length == 0) {
            rehash(64);
        }
        int mask = table.length - 1;
        for (int slot = hash(bytes, from, length) & mask; table[slot] != VACANT; slot = (slot + 1) & mask) {
            int id = table[slot] - 1;
            if (Arrays.equals(pool.array(), start(id), end[id], bytes, from, from + length)) {
                return id;
            }
        }
        return -1;
    }

    /// Appends a value as plain pages have it.
    void plain(int id, EncodedBytes out) {
        int length = length(id);
        if (fixed == 0) {
            out.putInt(length);
        }
        out.put(pool.array(), start(id), length);
    }

    byte[] array() {
        return pool.array();
    }

    int start(int id) {
        return id == 0 ? 0 : end[id - 1];
    }

    int length(int id) {
        return end[id] - start(id);
    }

    DictionaryPage page() {
        EncodedBytes page = new EncodedBytes();
        page.ensure(bytes());
        for (int id = 0; id < size; id++) {
            plain(id, page);
        }
        return new DictionaryPage(BytesInput.from(page.array(), 0, page.size()), size, ENCODING);
    }

    private void index(int id) {
        if (size * 2 > table.length) {
            rehash(table.length * 2);
        } else {
            place(id);
        }
    }

    private void rehash(int least) {
        table = new int[Math.max(least, Integer.highestOneBit(size) * 4)];
        for (int id = 0; id < size; id++) {
            place(id);
        }
    }

    private void place(int id) {
        int mask = table.length - 1;
        int slot = hash(pool.array(), start(id), length(id)) & mask;
        while (table[slot] != VACANT) {
            slot = (slot + 1) & mask;
        }
        table[slot] = id + 1;
    }

    private static int hash(byte[] bytes, int from, int length) {
        long hash = length;
        int at = from;
        int left = length;
        for (; left > Long.BYTES; left -= Long.BYTES, at += Long.BYTES) {
            hash = mix(hash ^ (long) LONG.get(bytes, at));
        }
        return (int) (mix(hash ^ firstBytes(bytes, at, left)) >>> 32);
    }

    /// Up to eight bytes as a number, whatever lies after them.
    private static long firstBytes(byte[] bytes, int from, int count) {
        if (count == 0) {
            return 0;
        }
        if (from + Long.BYTES <= bytes.length) {
            return (long) LONG.get(bytes, from) << (Long.SIZE - count * Byte.SIZE);
        }
        long word = 0;
        for (int i = count - 1; i >= 0; i--) {
            word = (word << Byte.SIZE) | (bytes[from + i] & 0xFF);
        }
        return word << (Long.SIZE - count * Byte.SIZE);
    }

    private static long mix(long word) {
        long product = word * MULTIPLIER;
        return (product ^ (product >>> 29)) * MULTIPLIER;
    }
}
