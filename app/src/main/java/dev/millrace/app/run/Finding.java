package dev.millrace.app.run;

import dev.millrace.engine.problem.Problem;

/// Something wrong with the data that a run came upon.
///
/// @param kind what became of it
/// @param problem where, what and what to do
record Finding(Kind kind, Problem problem) {

    /// What became of it.
    public enum Kind {
        /// The shard cannot be done, and with it the run.
        FAILED,
        /// The row was left out.
        REJECTED
    }

    /// The place as it fits into a line: the file without its folder.
    String shortPlace() {
        String place = problem.place().toString();
        int end = problem.place().source().length();
        int slash = Math.max(place.lastIndexOf('/', end), place.lastIndexOf('\\', end));
        return place.substring(slash + 1);
    }
}
