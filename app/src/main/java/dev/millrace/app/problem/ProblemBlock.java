package dev.millrace.app.problem;

import dev.millrace.engine.problem.Problem;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import java.util.Locale;

/// One problem: its place, what was found, and what to do about it.
public final class ProblemBlock extends VBox {

    public ProblemBlock(Problem problem) {
        this(problem.place().toString());
        getChildren()
                .addAll(
                        line("problem-finding", sentence(problem.finding())),
                        line("problem-remedy", sentence(problem.remedy())));
    }

    /// A problem of which only the place is known.
    public ProblemBlock(String place) {
        getChildren().add(line("problem-place", place));
    }

    private static Label line(String style, String text) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static String sentence(String text) {
        String capital = text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
        return capital.endsWith(".") ? capital : capital + ".";
    }
}
