package dev.millrace.app.data;

import dev.millrace.app.problem.ProblemController;
import dev.millrace.app.problem.ProblemReport;

import javafx.beans.binding.Bindings;

import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.stream.Stream;

/// Which of Data's problems is told: one at a time, the most far-reaching first.
final class ProblemChoice {

    private final DataViewModel data;

    ProblemChoice(DataViewModel data) {
        this.data = data;
    }

    void bind(ProblemController card) {
        card.bind(
                Bindings.createObjectBinding(
                        this::worst,
                        data.problemProperty(),
                        data.dialect().problemProperty(),
                        data.rows().problemProperty(),
                        data.profile().problemProperty()));
    }

    private @Nullable ProblemReport worst() {
        return Stream.of(
                        data.problemProperty(),
                        data.dialect().problemProperty(),
                        data.rows().problemProperty(),
                        data.profile().problemProperty())
                .map(problem -> problem.get())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
