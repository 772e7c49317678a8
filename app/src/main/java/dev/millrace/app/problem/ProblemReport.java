package dev.millrace.app.problem;

import dev.millrace.engine.problem.EngineException;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;

/// Something that went wrong, ready to be shown.
///
/// @param title what could not be done, in one line
/// @param problems each with place, finding and remedy; at least one
/// @param details the stack trace, for a report to the developers
public record ProblemReport(String title, List<Problem> problems, String details) {

    public ProblemReport {
        problems = List.copyOf(problems);
    }

    /// Tells a failure: by its own problems if the engine foresaw it.
    ///
    /// @param unexpectedRemedy what to do about a failure that the engine did not foresee
    public static ProblemReport of(String title, Throwable failure, String unexpectedRemedy) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return new ProblemReport(title, problems(failure, unexpectedRemedy), trace.toString());
    }

    private static List<Problem> problems(Throwable failure, String unexpectedRemedy) {
        if (failure instanceof EngineException known && !known.problems().isEmpty()) {
            return known.problems();
        }
        String message = failure.getMessage() == null ? "" : ": " + failure.getMessage();
        Place place = Place.of(failure.getClass().getSimpleName());
        return List.of(new Problem(place, "unexpected failure" + message, unexpectedRemedy));
    }

    /// Everything as plain text, for the clipboard.
    public String asText() {
        String messages = problems.stream().map(Problem::message).collect(Collectors.joining("\n"));
        return title + "\n" + messages + "\n\n" + details;
    }
}
