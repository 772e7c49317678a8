package dev.millrace.engine.jsonlines;

/// Finds the rows of a file. Keeps where in the file's structure it is from block to block.
interface RowScanner {

    /// Told of what does not fit; may throw.
    interface Faults {

        /// A row is bad; the scanner goes on with the next one.
        ///
        /// @param from where the row or its line begins
        /// @param at where the fault is
        /// @param to where it ends
        void badRow(Fault fault, int from, int at, int to);

        /// It cannot be told where the next row begins.
        ///
        /// @return what to throw
        RuntimeException badFile(Fault fault, int from, int at);
    }

    /// Fills a block with the whole rows in a range of its bytes. The range is followed by [ValueScanner#PADDING]
    /// zeros.
    ///
    /// @param last whether the file ends at `to`
    /// @return up to where the bytes are dealt with: the begin of a row that is not in the block, or of what must
    ///   follow the last row
    int scan(JsonBlock block, int from, int to, int maxRows, boolean last);

    /// The next bytes come from the middle of the file, from behind a whole row.
    default void goOn() {}

    static RowScanner of(Framing framing, KeyTable keys, Faults faults) {
        ObjectScanner objects = new ObjectScanner(keys, framing);
        return switch (framing) {
            case LINES -> new LineScanner(objects, faults);
            case ARRAY -> new ArrayScanner(objects, faults);
        };
    }
}
