package dev.millrace.cli;

import dev.millrace.engine.problem.CancelledException;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.EngineException;
import dev.millrace.engine.problem.RecipeException;
import dev.millrace.engine.problem.ResourceException;
import dev.millrace.engine.problem.StorageException;

/// How the process ends.
final class ExitCode {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int BAD_DATA = 3;
    static final int CANCELLED = 130; // what a shell gives to a command that Ctrl-C ended

    private ExitCode() {}

    static int of(EngineException failure) {
        return switch (failure) {
            case RecipeException _ -> USAGE;
            case DataException _ -> BAD_DATA;
            case StorageException _, ResourceException _ -> FAILED;
            case CancelledException _ -> CANCELLED;
        };
    }
}
