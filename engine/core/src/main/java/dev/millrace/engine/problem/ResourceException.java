package dev.millrace.engine.problem;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A limit of memory or size was reached; the message names the limit and how to raise it.
public final class ResourceException extends EngineException {

    private static final long serialVersionUID = 1L;

    public ResourceException(Problem problem) {
        this(problem, null);
    }

    public ResourceException(Problem problem, @Nullable Throwable cause) {
        super(List.of(problem), cause);
    }
}
