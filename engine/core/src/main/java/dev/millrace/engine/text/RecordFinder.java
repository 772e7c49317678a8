package dev.millrace.engine.text;

/// Finds records and cells of delimited text.
interface RecordFinder {

    /// How many bytes after its end a buffer must have, so that a chunk read at any position lies inside.
    int PADDING = Long.SIZE;

    /// Told of records that do not fit; they are not in the block.
    interface Irregularities {

        /// A record has another number of fields than the header.
        void fieldCount(int recordStart, int recordEnd, int found);

        /// Something follows the closing quote of a field.
        void textAfterQuote(int recordStart, int recordEnd, int field);
    }

    /// Fills a block with the complete records in a range of its bytes.
    ///
    /// @param last whether the shard ends at `to`; if so, the range must end with a line break
    /// @return where the first record begins that is not in the block
    int scan(TextBlock block, int from, int to, int maxRows, boolean last);
}
