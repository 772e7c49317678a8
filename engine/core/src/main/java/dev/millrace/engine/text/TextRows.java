package dev.millrace.engine.text;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.BlockReader;
import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.block.Readers;

import java.io.IOException;
import java.util.List;

/// Delimited text, for several threads to read.
///
/// @param size how much is read at once
record TextRows(TextLayout layout, BlockSize size) implements ConcurrentTextReader.Format {

    /// Opens the shard before its first row, with several threads.
    BlockReader open(Readers readers) throws IOException {
        ShardText text = ShardText.open(layout.shard(), layout.dialect().encoding());
        try {
            long start = layout.header().end();
            text.readOver(start);
            return new ConcurrentTextReader(this, text, start, layout.firstLine(), readers);
        } catch (IOException | RuntimeException failure) {
            text.close();
            throw failure;
        }
    }

    @Override
    public char quote() {
        return layout.dialect().quote();
    }

    @Override
    public TextPiece newPiece() {
        return new Piece();
    }

    @Override
    public BlockReader read(TextSource text, long offset, LineNumbers lines) {
        return new TextBlockReader(layout, size, text, offset, lines);
    }

    private final class Piece extends TextPiece {

        private final TextBlock block = layout.newBlock();
        private final BadRows badRows = layout.newBadRows();
        private final RecordFinder finder = layout.newFinder(badRows);

        Piece() {
            super(size.bytes());
        }

        @Override
        protected int takeApart() {
            block.bytes = bytes();
            block.offset = offset();
            int end = finder.scan(block, 0, length(), Integer.MAX_VALUE, false);
            badRows.leaveOutUndecodable(block);
            return end;
        }

        @Override
        protected Block found(LineNumbers lines) {
            block.lines = lines;
            block.badRows = List.of();
            block.badRows = badRows.take(block);
            return block;
        }
    }
}
