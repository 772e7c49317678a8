package dev.millrace.engine.problem;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Collectors;

/// Base of everything the engine throws on purpose. The subclass tells the cause, the problems tell the rest.
public abstract sealed class EngineException extends RuntimeException
        permits RecipeException, DataException, StorageException, ResourceException, CancelledException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    EngineException(List<Problem> problems, @Nullable Throwable cause) {
        super(problems.stream().map(Problem::message).collect(Collectors.joining(System.lineSeparator())), cause);
        this.problems = List.copyOf(problems);
    }

    /// Every problem found, at least one except after a cancel.
    public List<Problem> problems() {
        return problems;
    }
}
