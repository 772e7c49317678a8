package dev.millrace.app.project;

import dev.millrace.app.problem.ProblemReport;

import java.nio.file.Path;

/// Whether something is open.
public sealed interface ProjectState {

    /// Nothing is.
    record None() implements ProjectState {}

    /// It is being read.
    record Opening(Path path) implements ProjectState {}

    /// It is there.
    ///
    /// @param reread whether it was open before, and its dataset was read once more as other settings say
    record Open(Project project, boolean reread) implements ProjectState {}

    /// It could not be opened.
    record Failed(Path path, ProblemReport report) implements ProjectState {}
}
