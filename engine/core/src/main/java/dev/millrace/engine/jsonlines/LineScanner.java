package dev.millrace.engine.jsonlines;

/// Finds the objects of JSON Lines. The last line of the bytes must have its line break if the file ends there.
final class LineScanner implements RowScanner {

    private static final long BLANKS = Framing.LINES.blanks();

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
            int end = start;
            if (!blank && bytes[start] == '{') {
                end = objects.scan(block, rows, start);
                if (end == ValueScanner.NONE) {
                    ValueScanner values = objects.values();
                    if (values.faultAt() >= to && !last) {
                        break;
                    }
                    throw faults.fault(values.fault(), start, values.faultAt());
                }
                end = Framing.skip(bytes, end, BLANKS);
            }
            if (end >= to && !last) {
                break;
            }
            if (!isLineBreak(bytes[end])) {
                throw faults.fault(bytes[start] == '{' ? Fault.END_OF_LINE : Fault.OBJECT, start, end);
            }
            boolean carriageReturn = bytes[end++] == '\r';
            if (carriageReturn && end == to && !last) {
                break; // a line feed may follow in the next block
            }
            if (carriageReturn && end < to && bytes[end] == '\n') {
                end++;
            }
            if (!blank) {
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

    private static boolean isLineBreak(byte character) {
        return character == '\n' || character == '\r';
    }
}
