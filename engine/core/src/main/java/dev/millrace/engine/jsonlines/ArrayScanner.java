package dev.millrace.engine.jsonlines;

/// Finds the objects of one array. What lies between them is skipped. An element that is no sound object is a bad row
/// if it is clear where it ends; else the file ends there.
final class ArrayScanner implements RowScanner {

    private static final long BLANKS = Framing.ARRAY.blanks();

    private final ObjectScanner objects;
    private final Faults faults;
    private final BrokenElement broken;
    private Expected expected = Expected.ARRAY;

    private enum Expected {
        ARRAY,
        OBJECT_OR_END,
        OBJECT,
        COMMA_OR_END,
        ANY, // somewhere behind a row, perhaps behind its comma
        NOTHING
    }

    ArrayScanner(ObjectScanner objects, Faults faults) {
        this.objects = objects;
        this.faults = faults;
        this.broken = new BrokenElement(objects.values());
    }

    @Override
    public int scan(JsonBlock block, int from, int to, int maxRows, boolean last) {
        byte[] bytes = block.bytes;
        block.rows = 0;
        int at = Framing.skip(bytes, from, BLANKS);
        while (at < to && block.rows < maxRows) {
            if (bytes[at] == '{' && mayBeObject()) {
                int end = objects.scan(block, block.rows, at);
                if (end == ValueScanner.NONE) {
                    ValueScanner values = objects.values();
                    if (values.faultAt() >= to && !last) {
                        break;
                    }
                    Fault fault = values.fault();
                    int faultAt = values.faultAt();
                    end = fault.isOfRow() ? broken.end(bytes, at, to, last) : BrokenElement.LOST;
                    if (end == BrokenElement.NOT_YET) {
                        break;
                    }
                    if (end == BrokenElement.LOST) {
                        throw faults.badFile(fault, at, faultAt);
                    }
                    faults.badRow(fault, at, faultAt, end);
                } else {
                    add(block, at, end);
                }
                expected = Expected.COMMA_OR_END;
                at = end;
            } else if (isOtherValue(bytes[at])) {
                int end = broken.end(bytes, at, to, last);
                if (end == BrokenElement.NOT_YET) {
                    break;
                }
                if (end == BrokenElement.LOST) {
                    throw missing(at);
                }
                faults.badRow(Fault.OBJECT, at, at, end);
                expected = Expected.COMMA_OR_END;
                at = end;
            } else {
                expected = after(bytes[at], at);
                at++;
            }
            at = Framing.skip(bytes, at, BLANKS);
        }
        if (last && at >= to && !mayBeEnd()) {
            throw missing(at);
        }
        boolean halfLineBreak = at == to && at > from && bytes[at - 1] == '\r' && !last;
        return halfLineBreak ? at - 1 : Math.min(at, to);
    }

    private boolean isOtherValue(byte first) {
        return mayBeObject() && first != ']' && first != ',';
    }

    @Override
    public void goOn() {
        expected = Expected.ANY;
    }

    private boolean mayBeEnd() {
        return expected == Expected.NOTHING || expected == Expected.ARRAY || expected == Expected.ANY;
    }

    private boolean mayBeObject() {
        return expected == Expected.OBJECT || expected == Expected.OBJECT_OR_END || expected == Expected.ANY;
    }

    private static void add(JsonBlock block, int from, int to) {
        block.recordStart[block.rows] = from;
        block.recordEnd[block.rows] = to;
        if (++block.rows == block.recordStart.length) {
            block.grow();
        }
    }

    private Expected after(byte character, int at) {
        return switch (expected) {
            case ARRAY -> {
                if (character != '[') {
                    throw missing(at);
                }
                yield Expected.OBJECT_OR_END;
            }
            case OBJECT_OR_END -> {
                if (character != ']') {
                    throw missing(at);
                }
                yield Expected.NOTHING;
            }
            case COMMA_OR_END, ANY -> {
                if (character != ']' && character != ',') {
                    throw missing(at);
                }
                yield character == ',' ? Expected.OBJECT : Expected.NOTHING;
            }
            case OBJECT, NOTHING -> throw missing(at);
        };
    }

    private RuntimeException missing(int at) {
        Fault fault =
                switch (expected) {
                    case ARRAY -> Fault.ARRAY;
                    case OBJECT_OR_END, OBJECT -> Fault.OBJECT;
                    case COMMA_OR_END, ANY -> Fault.COMMA_OR_BRACKET;
                    case NOTHING -> Fault.END_OF_FILE;
                };
        return faults.badFile(fault, at, at);
    }
}
