package dev.millrace.app.history;

import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.results.RunRecord;

import java.util.List;

/// A run of this window that has ended.
///
/// @param record what is kept of it
/// @param problems why it failed. Only here and for as long as the window is open: findings may quote cells, and data
///   goes neither into the history nor into the log of the run
public record EndedRun(RunRecord record, List<Problem> problems) {

    public EndedRun {
        problems = List.copyOf(problems);
    }

    /// Of which there is nothing to tell but the record.
    public static EndedRun of(RunRecord record) {
        return new EndedRun(record, List.of());
    }
}
