package dev.millrace.engine.jsonlines;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// One way in which a key is written, found again without looking for its end: rows mostly have the same keys in the
/// same order, so each key is compared with the one that came next the last time.
final class Key {

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    final ColumnName column;
    final int length; // of the key as it is written, without quotes
    private final long[] words; // the key and its closing quote, eight bytes each
    private final long lastMask;

    @Nullable Key next; // came after this one the last time

    /// The column that a key stands for. Several ways to write a key lead here.
    static final class ColumnName {

        final String name;
        final int slot;
        long seenIn; // number of the row that had it last

        ColumnName(String name, int slot) {
            this.name = name;
            this.slot = slot;
        }
    }

    Key(ColumnName column, byte[] written) {
        this.column = column;
        length = written.length;
        byte[] padded = Arrays.copyOf(written, (length / Long.BYTES + 1) * Long.BYTES);
        padded[length] = '"';
        words = new long[padded.length / Long.BYTES];
        for (int i = 0; i < words.length; i++) {
            words[i] = (long) WORD.get(padded, i * Long.BYTES);
        }
        lastMask = -1L >>> ((padded.length - length - 1) * Byte.SIZE);
    }

    /// Whether this key and a closing quote lie at a position. As no key holds a zero, no word behind the padding is
    /// looked at.
    boolean isAt(byte[] bytes, int from) {
        int last = words.length - 1;
        for (int i = 0; i < last; i++) {
            if ((long) WORD.get(bytes, from + i * Long.BYTES) != words[i]) {
                return false;
            }
        }
        return (((long) WORD.get(bytes, from + last * Long.BYTES) ^ words[last]) & lastMask) == 0;
    }
}
