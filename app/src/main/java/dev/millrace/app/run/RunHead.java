package dev.millrace.app.run;

import dev.millrace.app.text.Texts;
import dev.millrace.app.view.FullText;
import dev.millrace.app.view.HeadBar;
import dev.millrace.app.view.Shown;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Locale;
import java.util.function.Consumer;

/// What runs, where it is, and the buttons that start, pause, cancel and resume it.
public final class RunHead extends HeadBar {

    private final Label heading = styled(new Label(), "page-title");
    private final Label title = styled(new Label(), "page-subtitle");
    private final Label state = styled(new Label(), "state-chip");
    private final FontIcon stateIcon = new FontIcon("mdoal-hourglass_empty");
    private final FontIcon pauseIcon = new FontIcon("mdomz-pause");
    private final Button cancel = button("cancelButton", new FontIcon("mdomz-stop"));
    private final Button pause = button("pauseButton", pauseIcon);
    private final Button resume = button("resumeButton", new FontIcon("mdomz-play_arrow"));
    private final Button start = button("runButton", new FontIcon("mdomz-play_arrow"));

    public RunHead() {
        state.setGraphic(stateIcon);
        resume.getStyleClass().add("accent");
        HBox line = styled(new HBox(heading, state), "run-heading");
        VBox titles = new VBox(line, title);
        getChildren().setAll(titles, cancel, pause, resume, start);
        FullText.asTooltip(title);
    }

    private static <T extends Node> T styled(T node, String style) {
        node.getStyleClass().add(style);
        return node;
    }

    private static Button button(String id, FontIcon icon) {
        Button button = new Button("", icon);
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    /// @param starts starts a run of the recipe
    void bind(RunViewModel run, Consumer<Beginning> starts, Runnable cancels, Texts texts) {
        heading.setText(texts.of("run.heading"));
        title.textProperty().bind(run.titleProperty());
        BooleanBinding live = RunStates.isLive(run);
        BooleanBinding unfinished = run.unfinishedProperty().isNotNull();
        Shown.when(live, cancel, pause);
        Shown.when(live.not(), start);
        Shown.when(unfinished.and(live.not()), resume);
        bindButtons(run, unfinished, starts, texts);
        cancel.setOnAction(_ -> cancels.run());
        run.stateProperty().subscribe(now -> show(now, texts));
        unfinished.subscribe(resumable -> {
            start.getStyleClass().remove("accent");
            if (!resumable) {
                start.getStyleClass().add("accent");
            }
        });
    }

    private void bindButtons(RunViewModel run, BooleanBinding unfinished, Consumer<Beginning> starts, Texts texts) {
        cancel.setText(texts.of("run.cancel"));
        cancel.setTooltip(new Tooltip(texts.of("run.cancel.tip")));
        cancel.disableProperty().bind(RunStates.is(run, RunState.CANCELLING));
        pause.setTooltip(new Tooltip(texts.of("run.pause.tip")));
        pause.setOnAction(_ -> run.pauseOrGoOn());
        pause.disableProperty().bind(RunStates.is(run, RunState.RUNNING).or(RunStates.is(run, RunState.PAUSED)).not());
        pause.textProperty()
                .bind(
                        Bindings.when(RunStates.is(run, RunState.PAUSED))
                                .then(texts.of("run.goOn"))
                                .otherwise(texts.of("run.pause")));
        resume.setText(texts.of("run.resume"));
        resume.setTooltip(new Tooltip(texts.of("run.resume.tip")));
        resume.setOnAction(_ -> starts.accept(Beginning.RESUMED));
        start.setTooltip(new Tooltip(texts.of("run.run.tip")));
        start.setOnAction(_ -> starts.accept(unfinished.get() ? Beginning.REPLACING : Beginning.NEW));
        start.textProperty()
                .bind(
                        Bindings.when(unfinished)
                                .then(texts.of("run.anew"))
                                .otherwise(
                                        Bindings.when(RunStates.is(run, RunState.IDLE))
                                                .then(texts.of("run.run"))
                                                .otherwise(texts.of("run.again"))));
    }

    private void show(RunState now, Texts texts) {
        state.setText(texts.of(now));
        pauseIcon.setIconLiteral(now == RunState.PAUSED ? "mdomz-play_arrow" : "mdomz-pause");
        stateIcon.setIconLiteral(
                switch (now) {
                    case IDLE -> "mdoal-hourglass_empty";
                    case PREPARING, RUNNING, CANCELLING -> "mdoal-autorenew";
                    case PAUSED -> "mdomz-pause";
                    case DONE -> "mdoal-check_circle";
                    case FAILED -> "mdoal-error";
                    case CANCELLED -> "mdoal-cancel";
                });
        for (RunState each : RunState.values()) {
            state.pseudoClassStateChanged(
                    PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT)), each == now);
        }
    }
}
