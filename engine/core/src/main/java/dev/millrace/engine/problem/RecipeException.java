package dev.millrace.engine.problem;

import java.util.List;

/// The recipe, or what it says of the data's columns, is wrong; carries every problem that was found.
public final class RecipeException extends EngineException {

    private static final long serialVersionUID = 1L;

    public RecipeException(List<Problem> problems) {
        super(problems, null);
    }

    public RecipeException(Problem problem) {
        super(List.of(problem), null);
    }
}
