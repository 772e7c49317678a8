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

    /// Ids of the chunk's dictionary.
    record Ids(Hybrid ids, LeafDictionary dictionary) implements ValueDecoder {

        /// @param bytes the width of an id, then the ids
        static Ids of(byte[] bytes, int from, LeafDictionary dictionary) {
            return from == bytes.length // all are null
                    ? new Ids(new Hybrid(bytes, from, from, 0), dictionary)
                    : new Ids(new Hybrid(bytes, from + 1, bytes.length, bytes[from]), dictionary);
        }

        /// Ids, or the values behind them where the slots before these have values.
        @Override
        public void read(LeafValues into, int slot, int count) {
            if (into.ids.length < slot + count) {
                into.ids = Arrays.copyOf(into.ids, slot + count);
            }
            ids.read(into.ids, slot, count);
            int size = dictionary.size();
            for (int i = slot; i < slot + count; i++) {
                if (into.ids[i] < 0 || into.ids[i] >= size) {
                    throw new IndexOutOfBoundsException("id " + into.ids[i] + " in a dictionary of " + size);
                }
            }
            if (into.dictionary == null) {
                for (int i = slot; i < slot + count; i++) {
                    into.put(i, dictionary, into.ids[i]);
                }
            }
        }
    }

    /// Numbers of four or eight bytes, as they are.
    final class PlainBits implements ValueDecoder {

        private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
        private static final VarHandle LONG =
                MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

        private final byte[] bytes;
        private final int width;
        private int at;

        PlainBits(byte[] bytes, int from, int width) {
            this.bytes = bytes;
            this.at = from;
            this.width = width;
        }

        @Override
        public void read(LeafValues into, int slot, int count) {
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
        private final int fixed;
        private int at;

        /// @param fixed length of every value, 0 if each has its own
        PlainBytes(byte[] bytes, int from, int fixed) {
            this.bytes = bytes;
            this.at = from;
            this.fixed = fixed;
        }

        @Override
        public void read(LeafValues into, int slot, int count) {
            for (int i = 0; i < count; i++) {
                int length = fixed;
                if (fixed == 0) {
                    length = (int) PlainBits.INT.get(bytes, at);
                    at += Integer.BYTES;
                }
                if (length < 0 || length > bytes.length - at) {
                    throw new IndexOutOfBoundsException("a value of " + length + " bytes at the end of its page");
                }
                into.put(slot + i, bytes, at, length);
                at += length;
            }
        }
    }

    /// Everything else, value by value through the library.
    record Library(ValuesReader values) implements ValueDecoder {

        Library(ValuesReader values, int count, byte[] bytes, int from) throws IOException {
            this(values);
            values.initFromPage(count, ByteBufferInputStream.wrap(ByteBuffer.wrap(bytes, from, bytes.length - from)));
        }

        @Override
        public void read(LeafValues into, int slot, int count) {
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
