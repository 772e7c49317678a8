package dev.millrace.engine.span;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/// One scan of one shard, from opening it to its last block; the worker is the event's thread.
@Name("millrace.Shard")
@Label("Shard")
@Category("Millrace")
@Description("A shard was scanned")
@StackTrace(false)
public final class ShardSpan extends Event {

    @Label("Path")
    final String path;

    @Label("Size")
    @DataAmount
    final long bytes;

    @Label("Rows")
    long rows;

    /// Begins.
    ///
    /// @param path of the shard, relative to its dataset
    public ShardSpan(String path, long bytes) {
        this.path = path;
        this.bytes = bytes;
        begin();
    }

    /// Ends, and is recorded if somebody records.
    public void end(long rows) {
        this.rows = rows;
        commit();
    }
}
