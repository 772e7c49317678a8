package dev.millrace.engine.text;

import dev.millrace.engine.dataset.Dialect;
import dev.millrace.engine.dataset.TextEncoding;

import java.io.IOException;

/// Copies cells of one dialect into another as bytes, as far as no character of theirs has a meaning in either.
final class CellTranslator {

    private final Dialect target;
    private final boolean[] special = new boolean[1 << Byte.SIZE];

    /// @param target the dialect that is written
    CellTranslator(Dialect target) {
        this.target = target;
        for (char character :
                new char[] {
                    target.delimiter(), target.quote(), target.escape(), target.comment(), '\n', '\r', ' ', Dialect.NONE
                }) {
            special[character] = true;
        }
        special[' '] = target.skipInitialSpace() || target.delimiter() == ' ';
    }

    /// Copies a cell if it can be.
    ///
    /// @return false if its value must be looked at
    boolean put(OutputBuffer out, TextBlock block, int row, int slot) throws IOException {
        boolean bytesAreValues =
                CellReader.isLiteral(block.dialect) && target.encoding() == TextEncoding.UTF_8 && slot >= 0;
        if (!bytesAreValues) {
            return false;
        }
        int cell = row * block.width + slot;
        int from = block.cellStart[cell];
        int to = block.cellEnd[cell];
        byte[] bytes = block.bytes;
        byte quote = (byte) block.dialect.quote();
        if (to - from >= 2 && bytes[from] == quote && quote != Dialect.NONE) {
            from++;
            to--;
        }
        for (int at = from; at < to; at++) {
            if (special[bytes[at] & 0xFF] || bytes[at] == quote) {
                return false;
            }
        }
        out.put(bytes, from, to);
        return true;
    }
}
