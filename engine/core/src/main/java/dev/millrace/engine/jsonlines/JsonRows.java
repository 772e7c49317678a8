package dev.millrace.engine.jsonlines;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.BlockReader;
import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.block.Readers;
import dev.millrace.engine.dataset.Dialect;
import dev.millrace.engine.dataset.TextEncoding;
import dev.millrace.engine.text.ConcurrentTextReader;
import dev.millrace.engine.text.LineNumbers;
import dev.millrace.engine.text.ShardText;
import dev.millrace.engine.text.TextPiece;
import dev.millrace.engine.text.TextSource;

import java.io.IOException;

/// JSON Lines, for several threads to read. No row holds a line feed, so wherever there is one a piece may end.
///
/// @param size how much is read at once
record JsonRows(JsonLayout layout, BlockSize size) implements ConcurrentTextReader.Format {

    /// Opens the shard before its first row, with several threads.
    BlockReader open(Readers readers) throws IOException {
        ShardText text = ShardText.open(layout.shard(), TextEncoding.UTF_8);
        return new ConcurrentTextReader(this, text, 0, layout.firstLine(), readers);
    }

    @Override
    public char quote() {
        return Dialect.NONE;
    }

    @Override
    public TextPiece newPiece() {
        return new Piece();
    }

    @Override
    public BlockReader read(TextSource text, long offset, LineNumbers lines) {
        return new JsonBlockReader(layout, size, text, offset, lines);
    }

    private final class Piece extends TextPiece {

        private final JsonBlock block = layout.newBlock();
        private final JsonFaults faults = new JsonFaults(block);
        private final RowScanner scanner = layout.newScanner(layout.newKeys(), faults);

        Piece() {
            super(size.bytes());
        }

        @Override
        protected int takeApart() {
            block.bytes = bytes();
            block.offset = offset();
            faults.filled(length());
            return scanner.scan(block, 0, length(), Integer.MAX_VALUE, false);
        }

        @Override
        protected Block found(LineNumbers lines) {
            block.lines = lines;
            block.badRows = faults.take();
            return block;
        }
    }
}
