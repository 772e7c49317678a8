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
    record Open(Project project) implements ProjectState {}

    /// It could not be opened.
    record Failed(Path path, ProblemReport report) implements ProjectState {}
}
