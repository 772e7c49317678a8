package dev.millrace.engine.faults;

import java.util.Arrays;

/// A file, by its bytes.
final class FileNode extends Node<byte[]> {

    FileNode(byte[] begin) {
        super(begin);
    }

    /// Notes a write as two, so that a power cut may tear it.
    void write(long at, long position, byte[] bytes) {
        int half = bytes.length / 2;
        writeWhole(at, position, Arrays.copyOf(bytes, half));
        writeWhole(at, position + half, Arrays.copyOfRange(bytes, half, bytes.length));
    }

    private void writeWhole(long at, long position, byte[] bytes) {
        int from = Math.toIntExact(position);
        change(
                at,
                before -> {
                    byte[] after = Arrays.copyOf(before, Math.max(before.length, from + bytes.length));
                    System.arraycopy(bytes, 0, after, from, bytes.length);
                    return after;
                });
    }

    void truncate(long at, long size) {
        change(at, before -> Arrays.copyOf(before, Math.toIntExact(Math.min(before.length, size))));
    }
}
