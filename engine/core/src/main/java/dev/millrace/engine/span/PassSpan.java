package dev.millrace.engine.span;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/// One scan over all shards of a pass.
@Name("millrace.Pass")
@Label("Pass")
@Category("Millrace")
@Description("All shards of a pass were scanned")
@StackTrace(false)
public final class PassSpan extends Event {

    @Label("Pass")
    final int pass;

    @Label("Kind")
    final String kind;

    @Label("Shards")
    final int shards;

    @Label("Rows")
    long rows;

    /// Begins.
    ///
    /// @param pass number from 1
    public PassSpan(int pass, String kind, int shards) {
        this.pass = pass;
        this.kind = kind;
        this.shards = shards;
        begin();
    }

    /// Ends, and is recorded if somebody records.
    public void end(long rows) {
        this.rows = rows;
        commit();
    }
}
