package dev.millrace.engine.parquet;

import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.column.values.ValuesReader;
import org.apache.parquet.io.api.Binary;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Decodes the values of one page, in one of their encodings. Nulls have no value.
sealed interface ValueDecoder {

    /// Reads so many values into the slots from one on, which lie dense.
    void read(LeafValues into, int slot, int count) throws IOException;

    /// The decoder of values as they are, one after the other.
    ///
    /// @param leaf any but a boolean one
    static ValueDecoder plain(Leaf leaf, byte[] bytes, int from, int to) {
        return switch (leaf.physical()) {
            case INT32, FLOAT, INT64, DOUBLE -> new PlainBits(bytes, from, to, leaf.fixedBytes());
            case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 -> new PlainBytes(bytes, from, to, leaf.fixedBytes());
            case BOOLEAN -> throw new IllegalArgumentException("booleans are packed");
        };
    }

    /// Ids of the chunk's dictionary.
    record Ids(Hybrid ids, LeafDictionary dictionary) implements ValueDecoder {

        /// @param bytes the width of an id, then the ids
        static Ids of(byte[] bytes, int from, int to, LeafDictionary dictionary) {
            return from == to // all are null
                    ? new Ids(new Hybrid(bytes, from, from, 0), dictionary)
                    : new Ids(new Hybrid(bytes, from + 1, to, bytes[from]), dictionary);
        }

        @Override
        public void read(LeafValues into, int slot, int count) {
            into.ensure(slot + count);
            ids.read(into.ids, slot, count);
            int most = -1;
            for (int i = slot; i < slot + count; i++) {
                most = Math.max(most, into.ids[i] < 0 ? Integer.MAX_VALUE : into.ids[i]);
            }
            if (most >= dictionary.size()) {
                throw new IndexOutOfBoundsException("id " + most + " in a dictionary of " + dictionary.size());
            }
        }
    }

    /// Numbers of four or eight bytes, as they are.
    final class PlainBits implements ValueDecoder {

        private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
        private static final VarHandle LONG =
                MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

        private final byte[] bytes;
        private final int to;
        private final int width;
        private int at;

        PlainBits(byte[] bytes, int from, int to, int width) {
            this.bytes = bytes;
            this.at = from;
            this.to = to;
            this.width = width;
        }

        @Override
        public void read(LeafValues into, int slot, int count) {
            if ((long) count * width > to - at) {
                throw new IndexOutOfBoundsException(count + " numbers at the end of a page");
            }
            into.prepareValues(slot, count);
            long[] bits = into.bits;
            if (width == Long.BYTES) {
                for (int i = 0; i < count; i++, at += Long.BYTES) {
                    bits[slot + i] = (long) LONG.get(bytes, at);
                }
            } else {
                for (int i = 0; i < count; i++, at += Integer.BYTES) {
                    bits[slot + i] = (int) INT.get(bytes, at);
                }
            }
        }
    }

    /// Byte strings, each after its length, or all of one length.
    final class PlainBytes implements ValueDecoder {

        private final byte[] bytes;
        private final int to;
        private final int fixed;
        private int at;

        /// @param fixed length of every value, 0 if each has its own
        PlainBytes(byte[] bytes, int from, int to, int fixed) {
            this.bytes = bytes;
            this.at = from;
            this.to = to;
            this.fixed = fixed;
        }

        /// Copies the values to the pool in one piece, their lengths included.
        @Override
        public void read(LeafValues into, int slot, int count) {
            into.prepareValues(slot, count);
            int first = at;
            int shift = into.pooled - first;
            for (int i = slot; i < slot + count; i++) {
                int length = fixed == 0 ? length() : fixed;
                if (length < 0 || length > to - at) {
                    throw new IndexOutOfBoundsException("a value of " + length + " bytes at the end of its page");
                }
                into.start[i] = shift + at;
                at += length;
                into.end[i] = shift + at;
            }
            into.pool(bytes, first, at - first);
        }

        private int length() {
            if (Integer.BYTES > to - at) {
                throw new IndexOutOfBoundsException("a value at the end of its page");
            }
            int length = (int) PlainBits.INT.get(bytes, at);
            at += Integer.BYTES;
            return length;
        }
    }

    /// Everything else, value by value through the library.
    record Library(ValuesReader values) implements ValueDecoder {

        Library(ValuesReader values, int count, byte[] bytes, int from, int to) throws IOException {
            this(values);
            byte[] own = Arrays.copyOfRange(bytes, from, to); // the library's values may refer to the page before
            values.initFromPage(count, ByteBufferInputStream.wrap(ByteBuffer.wrap(own)));
        }

        @Override
        public void read(LeafValues into, int slot, int count) {
            into.prepareValues(slot, count);
            for (int i = slot; i < slot + count; i++) {
                switch (into.leaf.physical()) {
                    case BOOLEAN -> into.bits[i] = values.readBoolean() ? 1 : 0;
                    case INT32 -> into.bits[i] = values.readInteger();
                    case INT64 -> into.bits[i] = values.readLong();
                    case FLOAT -> into.bits[i] = Float.floatToRawIntBits(values.readFloat());
                    case DOUBLE -> into.bits[i] = Double.doubleToRawLongBits(values.readDouble());
                    case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 -> {
                        Binary value = values.readBytes();
                        byte[] bytes = value.getBytesUnsafe();
                        into.put(i, bytes, 0, bytes.length);
                    }
                }
            }
        }
    }
}
