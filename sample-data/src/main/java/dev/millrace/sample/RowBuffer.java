package dev.millrace.sample;

import java.io.IOException;
import java.io.OutputStream;

/// Bytes of CSV that wait to be written. The caller flushes before the buffer is full.
final class RowBuffer {
    private final byte[] bytes;
    private int size;

    RowBuffer(int capacity) {
        bytes = new byte[capacity];
    }

    /// The number of bytes that still fit.
    int room() {
        return bytes.length - size;
    }

    /// Writes all bytes to a stream and empties the buffer.
    ///
    /// @return the number of bytes written
    int flushTo(OutputStream output) throws IOException {
        int written = size;
        output.write(bytes, 0, written);
        size = 0;
        return written;
    }

    /// Appends an ASCII character.
    void put(char character) {
        bytes[size++] = (byte) character;
    }

    void put(byte[] text) {
        System.arraycopy(text, 0, bytes, size, text.length);
        size += text.length;
    }

    /// Appends a number of 0 or more with leading zeros.
    void putDigits(long number, int digits) {
        long rest = number;
        for (int at = size + digits - 1; at >= size; at--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += digits;
    }

    /// Appends a number of 0 or more without leading zeros.
    void putNumber(int number) {
        int digits = 1;
        for (int rest = number / 10; rest > 0; rest /= 10) {
            digits++;
        }
        putDigits(number, digits);
    }

    /// Appends `units / 10^decimals` as a decimal fraction with all its decimals.
    ///
    /// @param scale 10^decimals
    void putFraction(int units, int scale, int decimals) {
        int positive = Math.abs(units);
        if (units < 0) {
            put('-');
        }
        putNumber(positive / scale);
        put('.');
        putDigits(positive % scale, decimals);
    }
}
