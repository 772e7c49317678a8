package dev.millrace.engine.jsonlines;

import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.block.BlockStart;
import dev.millrace.engine.block.SeekableReader;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.dataset.TextEncoding;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.problem.ResourceException;
import dev.millrace.engine.text.LineNumbers;
import dev.millrace.engine.text.ShardText;
import dev.millrace.engine.text.TextSource;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/// Cuts a shard of JSON objects into blocks. Holds one buffer: the tail of a block that is no whole row moves to its
/// front before more is read. A row longer than the buffer makes it grow, up to [#MOST_ROW_BYTES].
final class JsonBlockReader implements SeekableReader {

    static final int MOST_ROW_BYTES = 64 << 20;

    private final Shard shard;
    private final BlockSize size;
    private final JsonBlock block;
    private final JsonFaults faults;
    private final KeyTable keys;
    private final RowScanner scanner;
    private final TextSource text;
    private final LineBreak lineBreak = new LineBreak();

    private int next; // first byte not yet in a block
    private int limit; // end of the bytes in the buffer
    private boolean ended;
    private long rowsRead;

    /// Opens a shard before its first row.
    JsonBlockReader(JsonLayout layout, BlockSize size) throws IOException {
        this(layout, size, ShardText.open(layout.shard(), TextEncoding.UTF_8), 0, layout.firstLine());
    }

    /// Begins at a row.
    ///
    /// @param text closed with this
    /// @param offset where it stands in the text of the shard
    /// @param lines knows the line there
    JsonBlockReader(JsonLayout layout, BlockSize size, TextSource text, long offset, LineNumbers lines) {
        this.shard = layout.shard();
        this.size = size;
        this.text = text;
        block = layout.newBlock();
        block.bytes = new byte[size.bytes() + ValueScanner.PADDING];
        block.offset = offset;
        block.lines = lines;
        faults = new JsonFaults(block);
        keys = layout.newKeys();
        scanner = layout.newScanner(keys, faults);
    }

    @Override
    public @Nullable JsonBlock next() throws IOException {
        while (true) {
            block.lines.leave(block.bytes, block.offset, next);
            next = scanner.scan(block, next, limit, size.rows(), ended);
            block.badRows = faults.take();
            if (block.rows > 0 || !block.badRows.isEmpty()) {
                rowsRead += block.rows;
                return block;
            }
            if (ended) {
                return null;
            }
            refill();
        }
    }

    @Override
    public BlockStart start() {
        return new BlockStart(rowsRead, textRead(), block.lines.of(block.bytes, block.offset, next));
    }

    @Override
    public void seek(BlockStart start) throws IOException {
        text.skip(start.offset());
        scanner.goOn();
        rowsRead = start.rows();
        block.offset = start.offset();
        block.lines = new LineNumbers(shard, TextEncoding.UTF_8, start.offset(), start.line());
    }

    /// The columns of the rows read so far, in the order in which they appeared.
    List<String> columns() {
        return keys.names();
    }

    /// Bytes of the text, decompressed, that are in blocks.
    long textRead() {
        return block.offset + next;
    }

    @Override
    public long bytesRead() {
        return text.bytesRead();
    }

    @Override
    public String contentHash() {
        return text.contentHash();
    }

    @Override
    public void close() throws IOException {
        text.close();
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
            int count = text.read(block.bytes, limit, capacity - limit);
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
        faults.filled(limit);
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
}
