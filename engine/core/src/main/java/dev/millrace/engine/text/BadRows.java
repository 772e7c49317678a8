package dev.millrace.engine.text;

import dev.millrace.engine.block.BadRow;
import dev.millrace.engine.dataset.TextEncoding;
import dev.millrace.engine.problem.Place;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Collects the bad rows of one block at a time.
final class BadRows implements RecordFinder.Irregularities {

    private record Range(int from, int to, @Nullable String column, String reason, String remedy) {}

    private final List<String> columns;
    private final boolean header;
    private final EncodingCheck check;
    private final TextEncoding encoding;
    private final List<Range> found = new ArrayList<>();

    /// @param columns names in file order
    /// @param header whether the file has a header that says so
    BadRows(List<String> columns, boolean header, TextEncoding encoding) {
        this.columns = columns;
        this.header = header;
        this.encoding = encoding.inMemory();
        this.check = new EncodingCheck(encoding);
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    @Override
    public void fieldCount(int recordStart, int recordEnd, int count) {
        found.add(
                new Range(
                        recordStart,
                        recordEnd,
                        null,
                        "the row has "
                                + count
                                + (count == 1 ? " field" : " fields")
                                + (header ? " but the header has " : " but the dataset has ")
                                + columns.size(),
                        "Mend the row, or put quotes around a value that holds the delimiter"));
    }

    @Override
    public void textAfterQuote(int recordStart, int recordEnd, int field) {
        String column = columns.get(Math.min(field, columns.size() - 1));
        found.add(
                new Range(
                        recordStart,
                        recordEnd,
                        column,
                        "text follows the closing quote of column '" + column + "'",
                        "Double each quote that belongs to the value"));
    }

    /// The rest of the shard from a row whose quote is never closed.
    void unclosedQuote(int recordStart, int end) {
        found.add(
                new Range(
                        recordStart,
                        end,
                        null,
                        "a quote opened in this row is never closed",
                        "Close the quote, or double it if it belongs to the value"));
    }

    void tooLong(int recordStart, int end) {
        found.add(
                new Range(
                        recordStart,
                        end,
                        null,
                        "a row is longer than " + (TextBlockReader.MOST_ROW_BYTES >> 20) + " MiB",
                        "Look for a quote that is never closed, or split the value"));
    }

    /// Takes rows that hold something else than text out of a block.
    void leaveOutUndecodable(TextBlock block) {
        if (block.rows == 0) {
            return;
        }
        int to = block.recordEnd[block.rows - 1];
        int bad = check.firstBad(block.bytes, block.recordStart[0], to);
        if (bad < 0) {
            return;
        }
        boolean[] marked = new boolean[block.rows];
        for (int row = 0; row < block.rows && bad >= 0; row++) {
            if (bad < block.recordStart[row]) {
                bad = check.firstBad(block.bytes, block.recordStart[row], to); // it was between rows
            }
            if (bad >= 0 && bad < block.recordEnd[row]) {
                marked[row] = true;
                undecodable(block, row, block.bytes[bad]);
                bad = check.firstBad(block.bytes, block.recordEnd[row], to);
            }
        }
        block.leaveOut(marked);
    }

    private void undecodable(TextBlock block, int row, byte bad) {
        boolean nul = bad == 0;
        found.add(
                new Range(
                        block.recordStart[row],
                        block.recordEnd[row],
                        null,
                        nul ? "the row holds a NUL character" : "the row is not " + encoding.label(),
                        nul
                                ? "Remove the character; if there are many, the file may be UTF-16"
                                : "Save the file as UTF-8, or say its encoding in dataset.dialect.encoding"));
    }

    /// Hands over what was found in a block, in order.
    List<BadRow> take(TextBlock block) {
        if (found.isEmpty()) {
            return List.of();
        }
        found.sort(Comparator.comparingInt(Range::from));
        List<BadRow> rows = new ArrayList<>();
        for (Range range : found) {
            long line = block.lines.of(block.bytes, block.offset, range.from());
            rows.add(
                    new BadRow(
                            Place.of(block.shard.file()).atLine(line),
                            range.column(),
                            range.reason(),
                            range.remedy(),
                            RawText.of(block.bytes, range.from(), range.to(), encoding)));
        }
        found.clear();
        return List.copyOf(rows);
    }
}
