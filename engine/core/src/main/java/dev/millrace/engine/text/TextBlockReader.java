package dev.millrace.engine.text;

import dev.millrace.engine.block.BlockReader;
import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.block.ContentHash;
import dev.millrace.engine.dataset.Dialect;
import dev.millrace.engine.dataset.Schema;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.problem.ResourceException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Set;

/// Cuts a shard of delimited text into blocks. Holds one buffer: the tail of a block that is no whole record moves to
/// its front before more is read. A row longer than the buffer makes it grow, up to [#MOST_ROW_BYTES].
final class TextBlockReader implements BlockReader, RecordScanner.Irregularities {

    static final int MOST_ROW_BYTES = 64 << 20;

    private final Shard shard;
    private final TextHeader header;
    private final BlockSize size;
    private final RecordScanner scanner;
    private final TextBlock block;
    private final InputStream in;
    private final ContentHash hash = new ContentHash();

    private long bytesRead;
    private long toSkip; // header bytes still in front of the first record
    private int next; // first byte not yet in a block
    private int limit; // end of the bytes in the buffer
    private boolean ended;

    TextBlockReader(
            Shard shard, TextHeader header, Schema schema, Set<Integer> columns, Dialect dialect, BlockSize size)
            throws IOException {
        this.shard = shard;
        this.header = header;
        this.size = size;
        int[] slotOfColumn = new int[schema.size()];
        int[] slotOfField = new int[schema.size()];
        Arrays.fill(slotOfColumn, -1);
        int slots = 0;
        for (int field = 0; field < slotOfField.length; field++) {
            int column = schema.position(header.columns().get(field));
            slotOfField[field] = columns.contains(column) ? slots++ : -1;
            slotOfColumn[column] = slotOfField[field];
        }
        boolean inSchemaOrder = header.columns().equals(schema.columns());
        block = new TextBlock(shard, dialect, slotOfColumn, inSchemaOrder);
        block.bytes = new byte[size.bytes() + RecordScanner.PADDING];
        scanner = new RecordScanner((byte) dialect.delimiter(), (byte) dialect.quote(), slotOfField, this);
        toSkip = header.end();
        in = Files.newInputStream(shard.file());
    }

    @Override
    public @Nullable TextBlock next() throws IOException {
        while (true) {
            if (next < limit) {
                int scannedTo = scanner.scan(block, next, limit, size.rows(), ended);
                boolean stuck = scannedTo == next;
                next = scannedTo;
                if (block.rows > 0) {
                    return block;
                }
                if (stuck && ended) {
                    throw new DataException(
                            new Problem(
                                    LineNumbers.place(shard.file(), block.offset + next),
                                    "a quote opened in this row is never closed",
                                    "Close the quote, or double it if it belongs to the value"));
                }
            }
            if (ended && next == limit) {
                return null;
            }
            if (!ended) {
                refill();
            }
        }
    }

    @Override
    public long bytesRead() {
        return bytesRead;
    }

    @Override
    public String contentHash() {
        return hash.text();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void refill() throws IOException {
        int rest = limit - next;
        if (rest == block.bytes.length - RecordScanner.PADDING) {
            enlarge(rest);
        }
        System.arraycopy(block.bytes, next, block.bytes, 0, rest);
        block.offset += next;
        next = 0;
        limit = rest;
        while (limit < block.bytes.length - RecordScanner.PADDING && !ended) {
            read();
        }
    }

    private void read() throws IOException {
        int count = in.read(block.bytes, limit, block.bytes.length - RecordScanner.PADDING - limit);
        if (count < 0) {
            ended = true;
            terminateLastRecord();
            return;
        }
        hash.add(block.bytes, limit, count);
        bytesRead += count;
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
            if (limit + lineBreak.length > block.bytes.length - RecordScanner.PADDING) {
                block.bytes = Arrays.copyOf(block.bytes, block.bytes.length + lineBreak.length);
            }
            System.arraycopy(lineBreak, 0, block.bytes, limit, lineBreak.length);
            limit += lineBreak.length;
        }
    }

    private void enlarge(int rest) {
        if (rest >= MOST_ROW_BYTES) {
            throw new ResourceException(
                    new Problem(
                            LineNumbers.place(shard.file(), block.offset + next),
                            "a row is longer than " + (MOST_ROW_BYTES >> 20) + " MiB",
                            "Look for a quote that is never closed, or split the value"));
        }
        int capacity = (int) Math.min(MOST_ROW_BYTES, Math.max(1024L, rest * 2L));
        block.bytes = Arrays.copyOf(block.bytes, capacity + RecordScanner.PADDING);
    }

    @Override
    public void fieldCount(int recordStart, int recordEnd, int found) {
        int expected = header.columns().size();
        throw badRow(
                recordStart,
                recordEnd,
                "the row has " + found + (found == 1 ? " field" : " fields") + " but the header has " + expected,
                "Mend the row, or put quotes around a value that holds the delimiter");
    }

    @Override
    public void textAfterQuote(int recordStart, int recordEnd, int field) {
        throw badRow(
                recordStart,
                recordEnd,
                "text follows the closing quote of column '"
                        + header.columns().get(Math.min(field, header.columns().size() - 1))
                        + "'",
                "Double each quote that belongs to the value");
    }

    private DataException badRow(int recordStart, int recordEnd, String finding, String remedy) {
        return new DataException(
                new Problem(
                        LineNumbers.place(shard.file(), block.offset + recordStart),
                        finding + ": " + excerpt(recordStart, recordEnd),
                        remedy));
    }

    private String excerpt(int from, int to) {
        int most = 60;
        String text = new String(block.bytes, from, Math.min(to - from, most), StandardCharsets.UTF_8).strip();
        return to - from > most ? text + " …" : text;
    }
}
