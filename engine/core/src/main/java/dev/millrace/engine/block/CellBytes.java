package dev.millrace.engine.block;

/// Where the bytes of a value lie, in UTF-8. One is enough for any number of cells: reading the next one overwrites it.
public final class CellBytes {

    private byte[] bytes = new byte[0];
    private int from;
    private int to;

    /// Points at a range of bytes, which is borrowed.
    public void set(byte[] source, int start, int end) {
        bytes = source;
        from = start;
        to = end;
    }

    public byte[] bytes() {
        return bytes;
    }

    public int from() {
        return from;
    }

    public int to() {
        return to;
    }
}
