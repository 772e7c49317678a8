package dev.millrace.engine.jsonlines;

import dev.millrace.engine.block.BlockReader;
import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.problem.ResourceException;
import dev.millrace.engine.text.ShardInput;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Arrays;

/// Cuts a shard of JSON objects into blocks. Holds one buffer: the tail of a block that is no whole row moves to its
/// front before more is read. A row longer than the buffer makes it grow, up to [#MOST_ROW_BYTES].
final class JsonBlockReader implements BlockReader, RowScanner.Faults {

    static final int MOST_ROW_BYTES = 64 << 20;

    private static final int FEWEST_BYTES = 16; // holds a byte order mark
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Shard shard;
    private final BlockSize size;
    private final JsonBlock block;
    private final RowScanner scanner;
    private final ShardInput in;

    private int next; // first byte not yet in a block
    private int limit; // end of the bytes in the buffer
    private boolean begun;
    private boolean ended;
    private final LineBreak lineBreak = new LineBreak();

    /// Opens a shard.
    ///
    /// @param slotOfColumn the slot of each column in the block, by schema position
    /// @param keys knows the slot of each key
    JsonBlockReader(Shard shard, Framing framing, int[] slotOfColumn, KeyTable keys, BlockSize size)
            throws IOException {
        this.shard = shard;
        this.size = size;
        block = new JsonBlock(shard, framing, slotOfColumn);
        block.bytes = new byte[Math.max(size.bytes(), FEWEST_BYTES) + ValueScanner.PADDING];
        scanner = RowScanner.of(framing, keys, this);
        in = ShardInput.open(shard);
    }

    @Override
    public @Nullable JsonBlock next() throws IOException {
        while (true) {
            next = scanner.scan(block, next, limit, size.rows(), ended);
            if (block.rows > 0) {
                return block;
            }
            if (ended) {
                return null;
            }
            refill();
            if (!begun) {
                begun = true;
                skipByteOrderMark();
            }
        }
    }

    /// Bytes of the text, decompressed, that are in blocks.
    long textRead() {
        return block.offset + next;
    }

    @Override
    public long bytesRead() {
        return in.bytesRead();
    }

    @Override
    public String contentHash() {
        return in.contentHash();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void refill() throws IOException {
        int rest = limit - next;
        if (rest == block.bytes.length - ValueScanner.PADDING) {
            enlarge(rest);
        }
        System.arraycopy(block.bytes, next, block.bytes, 0, rest);
        block.offset += next;
        next = 0;
        limit = rest;
        int capacity = block.bytes.length - ValueScanner.PADDING;
        while (limit < capacity && !ended) {
            int count = in.read(block.bytes, limit, capacity - limit);
            ended = count < 0;
            if (count > 0) {
                lineBreak.learn(block.bytes, limit, limit + count);
                limit += count;
            }
        }
        if (ended && block.framing == Framing.LINES) {
            terminateLastLine();
        }
        Arrays.fill(block.bytes, limit, limit + ValueScanner.PADDING, (byte) 0);
    }

    /// The last line of a file may lack its line break; written files have one after every row.
    private void terminateLastLine() {
        if (limit > 0 && block.bytes[limit - 1] != '\n' && block.bytes[limit - 1] != '\r') {
            byte[] missing = lineBreak.bytes();
            if (limit + missing.length + ValueScanner.PADDING > block.bytes.length) {
                block.bytes = Arrays.copyOf(block.bytes, limit + missing.length + ValueScanner.PADDING);
            }
            System.arraycopy(missing, 0, block.bytes, limit, missing.length);
            limit += missing.length;
        }
    }

    private void skipByteOrderMark() {
        byte[] bytes = block.bytes;
        if (limit >= BYTE_ORDER_MARK.length && Arrays.equals(bytes, 0, 3, BYTE_ORDER_MARK, 0, 3)) {
            next = BYTE_ORDER_MARK.length;
        }
        boolean utf16 = limit >= 2 && (bytes[0] & bytes[1]) == (byte) 0xFE && (bytes[0] ^ bytes[1]) == 1;
        if (utf16) {
            throw new DataException(
                    new Problem(
                            TextPosition.of(shard, 0).place(),
                            "the file is UTF-16, but JSON is UTF-8 (RFC 8259)",
                            Fault.UTF_8.remedy()));
        }
    }

    private void enlarge(int rest) {
        if (rest >= MOST_ROW_BYTES) {
            throw new ResourceException(
                    new Problem(
                            TextPosition.of(shard, block.offset + next).place(),
                            "a row is longer than " + (MOST_ROW_BYTES >> 20) + " MiB",
                            "Look for a quote or a brace that is never closed, or split the value"));
        }
        int capacity = (int) Math.min(MOST_ROW_BYTES, Math.max(1024L, rest * 2L));
        block.bytes = Arrays.copyOf(block.bytes, capacity + ValueScanner.PADDING);
    }

    @Override
    public void badRow(Fault fault, int from, int at, int to) {
        throw badFile(fault, from, at);
    }

    @Override
    public RuntimeException badFile(Fault fault, int from, int at) {
        TextPosition position = TextPosition.of(shard, block.offset + at);
        Excerpt excerpt = new Excerpt(block.bytes, from, at, limit);
        return new DataException(
                new Problem(
                        position.place(),
                        fault.finding(excerpt.found())
                                + " at character "
                                + position.character()
                                + ": "
                                + excerpt.around(),
                        fault.remedy()));
    }
}
