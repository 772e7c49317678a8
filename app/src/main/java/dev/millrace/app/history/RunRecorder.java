package dev.millrace.app.history;

import dev.millrace.app.background.Background;
import dev.millrace.app.problem.ProblemReport;
import dev.millrace.app.run.RunState;
import dev.millrace.app.run.RunViewModel;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.engine.recipe.RecipeDocument;
import dev.millrace.engine.results.RunRecord;
import dev.millrace.engine.run.Manifest;
import dev.millrace.engine.run.RunEvent.Outcome;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Makes a record of every run of the window as soon as it ends.
public final class RunRecorder {

    private final RunViewModel run;
    private final Background background;
    private final InstantSource clock;
    private final Consumer<EndedRun> ended;
    private Instant begun = Instant.EPOCH;

    /// @param ended told of each run, on the screen's thread
    public RunRecorder(RunViewModel run, Background background, InstantSource clock, Consumer<EndedRun> ended) {
        this.run = run;
        this.background = background;
        this.clock = clock;
        this.ended = ended;
    }

    /// Begins to listen.
    public void start() {
        run.stateProperty().subscribe(this::follow);
    }

    private void follow(RunState state) {
        switch (state) {
            case PREPARING -> begun = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            case DONE -> run.recipe().ifPresent(this::done);
            case FAILED -> run.recipe().ifPresent(recipe -> ended.accept(failed(recipe)));
            case CANCELLED ->
                    run.recipe()
                            .ifPresent(
                                    recipe -> ended.accept(EndedRun.of(record(recipe, Outcome.CANCELLED, List.of()))));
            case IDLE, RUNNING, PAUSED, CANCELLING -> {}
        }
    }

    /// The manifest says when it began, and more.
    private void done(Recipe recipe) {
        Path output = recipe.outputPath();
        RecipeDocument document = RecipeDocument.of(recipe.resolved());
        RunRecord without = record(recipe, Outcome.DONE, List.of());
        background.run(
                () -> Manifest.ofFinishedRun(output),
                (Optional<Manifest> manifest) ->
                        ended.accept(
                                EndedRun.of(
                                        manifest.map(found -> RunRecord.of(found, output, document)).orElse(without))),
                _ -> ended.accept(EndedRun.of(without)));
    }

    /// What was found is told, but only where it was is kept.
    private EndedRun failed(Recipe recipe) {
        ProblemReport report = run.problemProperty().get();
        List<Problem> problems = report == null ? List.of() : report.problems();
        List<String> places = problems.stream().map(each -> each.place().toString()).toList();
        return new EndedRun(record(recipe, Outcome.FAILED, places), problems);
    }

    private RunRecord record(Recipe recipe, Outcome outcome, List<String> places) {
        return RunRecord.withoutManifest(
                begun, Duration.between(begun, clock.instant()), outcome, recipe.resolved(), places);
    }
}
