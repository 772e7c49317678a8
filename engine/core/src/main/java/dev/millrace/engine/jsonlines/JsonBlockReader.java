package dev.millrace.engine.jsonlines;

import dev.millrace.engine.block.BadRow;
import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.block.BlockStart;
import dev.millrace.engine.block.SeekableReader;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.dataset.TextEncoding;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.problem.ResourceException;
import dev.millrace.engine.text.LineNumbers;
import dev.millrace.engine.text.RawText;
import dev.millrace.engine.text.ShardText;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Cuts a shard of JSON objects into blocks. Holds one buffer: the tail of a block that is no whole row moves to its
/// front before more is read. A row longer than the buffer makes it grow, up to [#MOST_ROW_BYTES].
final class JsonBlockReader implements SeekableReader, RowScanner.Faults {

    static final int MOST_ROW_BYTES = 64 << 20;

    private final Shard shard;
    private final BlockSize size;
    private final JsonBlock block;
    private final RowScanner scanner;
    private final ShardText text;
    private final LineBreak lineBreak = new LineBreak();

    private final List<BadRow> badRows = new ArrayList<>(); // of the block being read

    private int next; // first byte not yet in a block
    private int limit; // end of the bytes in the buffer
    private boolean ended;
    private long rowsRead;

    /// Opens a shard.
    ///
    /// @param slotOfColumn the slot of each column in the block, by schema position
    /// @param keys knows the slot of each key
    JsonBlockReader(Shard shard, Framing framing, int[] slotOfColumn, KeyTable keys, BlockSize size)
            throws IOException {
        this.shard = shard;
        this.size = size;
        block = new JsonBlock(shard, framing, slotOfColumn);
        block.bytes = new byte[size.bytes() + ValueScanner.PADDING];
        scanner = RowScanner.of(framing, keys, this);
        text = ShardText.open(shard, TextEncoding.UTF_8);
    }

    @Override
    public @Nullable JsonBlock next() throws IOException {
        while (true) {
            block.lines.leave(block.bytes, block.offset, next);
            next = scanner.scan(block, next, limit, size.rows(), ended);
            block.badRows = List.copyOf(badRows);
            if (block.rows > 0 || !badRows.isEmpty()) {
                badRows.clear();
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

    @Override
    public void badRow(Fault fault, int from, int at, int to) {
        Excerpt excerpt = new Excerpt(block.bytes, from, at, limit);
        String where = block.framing == Framing.LINES ? excerpt.after() : " of the row" + excerpt.after();
        String finding = fault.finding(excerpt.found()) + " at character " + excerpt.character() + where;
        badRows.add(
                new BadRow(
                        Place.of(shard.file()).atLine(block.lines.of(block.bytes, block.offset, from)),
                        null,
                        finding,
                        fault.remedy(),
                        RawText.of(block.bytes, from, to, TextEncoding.UTF_8)));
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
