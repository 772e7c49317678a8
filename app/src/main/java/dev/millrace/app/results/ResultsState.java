package dev.millrace.app.results;

import dev.millrace.app.problem.ProblemReport;
import dev.millrace.engine.results.Results;
import dev.millrace.engine.results.RunRecord;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/// Whose results are shown.
sealed interface ResultsState {

    /// Nobody's.
    record Empty() implements ResultsState {}

    /// A folder is looked into.
    record Loading(Path folder) implements ResultsState {}

    /// A finished or unfinished run that lies in its folder.
    record InFolder(Results results) implements ResultsState {}

    /// A run of which only the record is left.
    ///
    /// @param there what its folder holds now
    record Remembered(RunRecord record, Results there) implements ResultsState {}

    /// A folder holds no run, or cannot be read.
    record Failed(Path folder, ProblemReport report) implements ResultsState {}

    /// What is in the folder; null unless it is a finished run.
    default Results.@Nullable Finished finished() {
        return this instanceof InFolder(Results.Finished finished) ? finished : null;
    }
}
