package dev.millrace.engine.problem;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The data is not what the recipe says: a ragged row, undecodable bytes, columns that differ between shards.
public final class DataException extends EngineException {

    private static final long serialVersionUID = 1L;

    public DataException(Problem problem) {
        this(problem, null);
    }

    public DataException(Problem problem, @Nullable Throwable cause) {
        super(List.of(problem), cause);
    }
}
