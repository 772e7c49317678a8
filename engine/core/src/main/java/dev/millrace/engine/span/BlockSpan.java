package dev.millrace.engine.span;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/// What was done with one block once it was there: fitted, or transformed and written. What lies between two blocks of
/// a shard is reading.
@Name("millrace.Block")
@Label("Block")
@Category("Millrace")
@Description("A block was fitted or transformed")
@StackTrace(false)
public final class BlockSpan extends Event {

    @Label("Rows")
    long rows;

    @Label("Read before")
    @Description("Bytes of the shard that were read for the block")
    @DataAmount
    long bytes;

    /// Begins.
    public BlockSpan() {
        begin();
    }

    /// Ends, and is recorded if somebody records.
    public void end(long rows, long bytes) {
        this.rows = rows;
        this.bytes = bytes;
        commit();
    }
}
