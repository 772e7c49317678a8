package dev.millrace.engine.problem;

import java.util.List;

/// The run was cancelled by its user.
public final class CancelledException extends EngineException {

    private static final long serialVersionUID = 1L;

    public CancelledException() {
        super(List.of(), null);
    }
}
