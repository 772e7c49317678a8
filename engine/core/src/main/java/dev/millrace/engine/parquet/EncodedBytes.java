package dev.millrace.engine.parquet;

import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Bytes that grow while something is encoded, numbers in little-endian order. Reused; the array is lent out until more
/// bytes are added.
final class EncodedBytes extends OutputStream {

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes = PageArrays.NONE;
    private int size;

    /// The bytes; valid up to the size and until more are added.
    byte[] array() {
        return bytes;
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    /// Forgets the bytes and gives their memory back.
    void release() {
        PageArrays.ofThread().giveBack(bytes);
        bytes = PageArrays.NONE;
        size = 0;
    }

    /// Makes room for so many bytes more.
    void ensure(int more) {
        int needed = Math.addExact(size, more);
        if (needed > bytes.length) {
            int doubled = (int) Math.min(Integer.MAX_VALUE - 8L, bytes.length * 2L);
            PageArrays arrays = PageArrays.ofThread();
            byte[] larger = arrays.take(Math.max(Math.max(needed, 256), doubled));
            System.arraycopy(bytes, 0, larger, 0, size);
            arrays.giveBack(bytes);
            bytes = larger;
        }
    }

    void putByte(int value) {
        ensure(1);
        bytes[size++] = (byte) value;
    }

    void putInt(int value) {
        ensure(Integer.BYTES);
        INT.set(bytes, size, value);
        size += Integer.BYTES;
    }

    void putLong(long value) {
        ensure(Long.BYTES);
        LONG.set(bytes, size, value);
        size += Long.BYTES;
    }

    /// Seven bits at a time, the lowest first.
    void putVarint(int value) {
        int left = value;
        while ((left & ~0x7F) != 0) {
            putByte((left & 0x7F) | 0x80);
            left >>>= 7;
        }
        putByte(left);
    }

    void put(byte[] source, int from, int length) {
        ensure(length);
        System.arraycopy(source, from, bytes, size, length);
        size += length;
    }

    void putWithLength(byte[] source, int from, int length) {
        ensure(Math.addExact(length, Integer.BYTES));
        INT.set(bytes, size, length);
        System.arraycopy(source, from, bytes, size + Integer.BYTES, length);
        size += length + Integer.BYTES;
    }

    /// Tells that bytes were written into the array after the last ones.
    void added(int count) {
        size += count;
    }

    /// Writes a number where one was put before.
    void setInt(int at, int value) {
        INT.set(bytes, at, value);
    }

    @Override
    public void write(int value) {
        putByte(value);
    }

    @Override
    public void write(byte[] source, int from, int length) {
        put(source, from, length);
    }
}
