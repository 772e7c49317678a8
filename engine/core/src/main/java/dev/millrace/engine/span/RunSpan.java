package dev.millrace.engine.span;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/// One run, from the claim of its output folder to the last event it tells.
@Name("millrace.Run")
@Label("Run")
@Category("Millrace")
@Description("A recipe was executed")
@StackTrace(false)
public final class RunSpan extends Event {

    @Label("Mode")
    final String mode;

    @Label("Workers")
    final int workers;

    @Label("Shards")
    final int shards;

    @Label("Outcome")
    String outcome = "";

    /// Begins.
    public RunSpan(String mode, int workers, int shards) {
        this.mode = mode;
        this.workers = workers;
        this.shards = shards;
        begin();
    }

    /// Ends, and is recorded if somebody records.
    public void end(String outcome) {
        this.outcome = outcome;
        commit();
    }
}
