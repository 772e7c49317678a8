package dev.millrace.engine.jsonlines;

/// Finds the objects of JSON Lines. The last line of the bytes must have its line break if the file ends there. A bad
/// row ends where its line does: no text of JSON holds a raw line break.
final class LineScanner implements RowScanner {

    private static final long BLANKS = Framing.LINES.blanks();
    private static final int CUT_OFF = -1;

    private final ObjectScanner objects;
    private final Faults faults;

    LineScanner(ObjectScanner objects, Faults faults) {
        this.objects = objects;
        this.faults = faults;
    }

    @Override
    public int scan(JsonBlock block, int from, int to, int maxRows, boolean last) {
        byte[] bytes = block.bytes;
        int rows = 0;
        int line = from;
        while (line < to && rows < maxRows) {
            int start = Framing.skip(bytes, line, BLANKS);
            boolean blank = isLineBreak(bytes[start]);
            int at = start;
            Fault fault = null;
            if (!blank && bytes[start] != '{') {
                fault = Fault.OBJECT;
            } else if (!blank) {
                at = objects.scan(block, rows, start);
                if (at == ValueScanner.NONE) {
                    at = objects.values().faultAt();
                    fault = objects.values().fault();
                } else {
                    at = Framing.skip(bytes, at, BLANKS);
                    fault = isLineBreak(bytes[at]) ? null : Fault.END_OF_LINE;
                }
            }
            int end = endOfLine(bytes, at, to, last);
            if (end == CUT_OFF) {
                break;
            }
            if (fault != null) {
                report(fault, line, at, end);
            } else if (!blank) {
                block.recordStart[rows] = line;
                block.recordEnd[rows] = end;
                if (++rows == block.recordStart.length) {
                    block.grow();
                }
            }
            line = end;
        }
        block.rows = rows;
        return line;
    }

    private void report(Fault fault, int from, int at, int to) {
        if (!fault.isOfRow()) {
            throw faults.badFile(fault, from, at);
        }
        faults.badRow(fault, from, at, to);
    }

    /// The end of the line that goes on at a position, line break included; CUT_OFF if it lies in bytes not yet read.
    private static int endOfLine(byte[] bytes, int from, int to, boolean last) {
        int at = from;
        while (at < to && !isLineBreak(bytes[at])) {
            at++;
        }
        if (at >= to) {
            return CUT_OFF;
        }
        boolean carriageReturn = bytes[at++] == '\r';
        if (carriageReturn && at == to && !last) {
            return CUT_OFF; // a line feed may follow in the next block
        }
        return carriageReturn && at < to && bytes[at] == '\n' ? at + 1 : at;
    }

    private static boolean isLineBreak(byte character) {
        return character == '\n' || character == '\r';
    }
}
