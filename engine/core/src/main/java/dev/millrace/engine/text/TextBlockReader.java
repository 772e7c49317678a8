package dev.millrace.engine.text;

import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.block.BlockStart;
import dev.millrace.engine.block.SeekableReader;
import dev.millrace.engine.dataset.TextEncoding;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/// Cuts a shard of delimited text into blocks. Holds one buffer: the tail of a block that is no whole record moves to
/// its front before more is read. A row longer than the buffer makes it grow, up to [#MOST_ROW_BYTES]; a longer one is
/// a bad row, and its rest is read over.
final class TextBlockReader implements SeekableReader {

    static final int MOST_ROW_BYTES = 16 << 20;

    private final TextHeader header;
    private final BlockSize size;
    private final RecordFinder finder;
    private final TextBlock block;
    private final BadRows badRows;
    private final TextSource text;
    private final TextEncoding encoding;

    private @Nullable RecordSkipper skipper; // in the middle of a row that is too long
    private long toSkip; // bytes still in front of the first record
    private int next; // first byte not yet in a block
    private int limit; // end of the bytes in the buffer
    private boolean ended;
    private long rowsRead;

    /// Opens a shard before its first row.
    TextBlockReader(TextLayout layout, BlockSize size) throws IOException {
        this(layout, size, ShardText.open(layout.shard(), layout.dialect().encoding()), 0, layout.firstLine());
        toSkip = layout.header().end();
    }

    /// Begins at a record.
    ///
    /// @param text closed with this
    /// @param offset where it stands in the text of the shard
    /// @param lines knows the line there
    TextBlockReader(TextLayout layout, BlockSize size, TextSource text, long offset, LineNumbers lines) {
        this.header = layout.header();
        this.size = size;
        this.encoding = layout.dialect().encoding();
        this.text = text;
        block = layout.newBlock();
        block.bytes = new byte[size.bytes() + RecordFinder.PADDING];
        block.offset = offset;
        block.lines = lines;
        badRows = layout.newBadRows();
        finder = layout.newFinder(badRows);
    }

    @Override
    public @Nullable TextBlock next() throws IOException {
        block.badRows = List.of();
        block.lines.leave(block.bytes, block.offset, next);
        while (true) {
            if (next < limit && skipper == null) {
                int scannedTo = finder.scan(block, next, limit, size.rows(), ended);
                boolean stuck = scannedTo == next;
                next = scannedTo;
                badRows.leaveOutUndecodable(block);
                if (stuck && ended) {
                    badRows.unclosedQuote(next, limit);
                    next = limit;
                }
                if (block.rows > 0 || !badRows.isEmpty()) {
                    return found();
                }
            }
            if (ended && next == limit) {
                return null;
            }
            if (!ended) {
                refill();
            }
            if (skipper != null) {
                skip(skipper);
            }
            if (!badRows.isEmpty()) {
                block.rows = 0;
                return found();
            }
        }
    }

    @Override
    public @Nullable BlockStart start() {
        return skipper == null
                ? new BlockStart(rowsRead, block.offset + next, block.lines.of(block.bytes, block.offset, next))
                : null;
    }

    @Override
    public void seek(BlockStart start) throws IOException {
        text.skip(start.offset());
        toSkip = 0;
        rowsRead = start.rows();
        block.offset = start.offset();
        block.lines = new LineNumbers(block.shard, encoding, start.offset(), start.line());
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

    private TextBlock found() {
        rowsRead += block.rows;
        block.badRows = badRows.take(block);
        return block;
    }

    private void skip(RecordSkipper current) {
        int to = current.skip(block.bytes, next, limit, ended);
        next = to < 0 ? ~to : to;
        if (to >= 0 || ended) {
            skipper = null;
        }
    }

    private void refill() throws IOException {
        int rest = limit - next;
        if (rest == block.bytes.length - RecordFinder.PADDING && !enlarge(rest)) {
            badRows.tooLong(next, limit);
            skipper = new RecordSkipper(block.dialect);
            return;
        }
        block.lines.leave(block.bytes, block.offset, next);
        System.arraycopy(block.bytes, next, block.bytes, 0, rest);
        block.offset += next;
        next = 0;
        limit = rest;
        while (limit < block.bytes.length - RecordFinder.PADDING && !ended) {
            read();
        }
    }

    private void read() throws IOException {
        int count = text.read(block.bytes, limit, block.bytes.length - RecordFinder.PADDING - limit);
        if (count < 0) {
            ended = true;
            terminateLastRecord();
            return;
        }
        limit += count;
        if (toSkip > 0) {
            int skipped = (int) Math.min(toSkip, limit);
            toSkip -= skipped;
            block.offset += skipped;
            limit -= skipped;
            System.arraycopy(block.bytes, skipped, block.bytes, 0, limit);
        }
    }

    /// The last record of a file may lack its line break; written files have one after every record.
    private void terminateLastRecord() {
        if (limit > 0 && block.bytes[limit - 1] != '\n' && block.bytes[limit - 1] != '\r') {
            byte[] lineBreak = header.lineBreak();
            if (limit + lineBreak.length > block.bytes.length - RecordFinder.PADDING) {
                block.bytes = Arrays.copyOf(block.bytes, block.bytes.length + lineBreak.length);
            }
            System.arraycopy(lineBreak, 0, block.bytes, limit, lineBreak.length);
            limit += lineBreak.length;
        }
    }

    /// @return false if the buffer is as large as it may be
    private boolean enlarge(int rest) {
        if (rest >= MOST_ROW_BYTES) {
            return false;
        }
        int capacity = (int) Math.min(MOST_ROW_BYTES, Math.max(1024L, rest * 2L));
        block.bytes = Arrays.copyOf(block.bytes, capacity + RecordFinder.PADDING);
        return true;
    }
}
