package dev.millrace.engine.text;

import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.dataset.TextEncoding;
import dev.millrace.engine.problem.StorageException;

import java.io.IOException;

/// The line numbers of one shard while it is read. Costs nothing until a line is asked for; the shard is then scanned
/// once more up to there, and from then on lines are counted along with the reading.
public final class LineNumbers {

    private final Shard shard;
    private final TextEncoding encoding;
    private boolean counting;
    private long startOffset; // a record begins there; where the current block begins, when lines are counted
    private long startLine;
    private long lastOffset; // the record that was asked for last
    private long lastLine;

    /// Begins with what is known.
    ///
    /// @param offset where a record begins, in the text as it is in memory
    /// @param line the line that begins there
    public LineNumbers(Shard shard, TextEncoding encoding, long offset, long line) {
        this.shard = shard;
        this.encoding = encoding;
        startOffset = offset;
        startLine = line;
        lastOffset = offset;
        lastLine = line;
    }

    /// The line of a record in a buffer.
    ///
    /// @param offset where the buffer's first byte lies in the text
    public long of(byte[] bytes, long offset, int position) {
        counting = true;
        long wanted = offset + position;
        if (startOffset < offset) {
            startOffset = wanted;
            startLine = 1 + countedInFile(wanted);
            lastOffset = startOffset;
            lastLine = startLine;
        }
        if (wanted < lastOffset) {
            lastOffset = startOffset;
            lastLine = startLine;
        }
        if (wanted < lastOffset) {
            return 1 + countedInFile(wanted);
        }
        lastLine += LineBreaks.count(bytes, (int) (lastOffset - offset), position);
        lastOffset = wanted;
        return lastLine;
    }

    /// The bytes of a buffer before a position are about to go.
    public void leave(byte[] bytes, long offset, int position) {
        if (counting) {
            startLine = of(bytes, offset, position);
            startOffset = offset + position;
        }
    }

    /// Line numbers for a copy of the current block.
    public LineNumbers copy(byte[] bytes, long offset, int position) {
        return new LineNumbers(shard, encoding, offset + position, of(bytes, offset, position));
    }

    private long countedInFile(long to) {
        byte[] buffer = new byte[1 << 16];
        try (ShardText text = ShardText.open(shard, encoding)) {
            long breaks = 0;
            long at = 0;
            boolean afterReturn = false;
            while (at < to) {
                int count = text.read(buffer, 0, (int) Math.min(buffer.length, to - at));
                if (count < 0) {
                    break;
                }
                breaks += LineBreaks.count(buffer, 0, count) - (afterReturn && buffer[0] == '\n' ? 1 : 0);
                afterReturn = buffer[count - 1] == '\r';
                at += count;
            }
            return breaks;
        } catch (IOException failure) {
            throw StorageException.reading(shard.file(), failure);
        }
    }
}
