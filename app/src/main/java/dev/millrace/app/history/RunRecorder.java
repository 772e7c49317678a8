package dev.millrace.app.history;

import dev.millrace.app.background.Background;
import dev.millrace.app.problem.ProblemReport;
import dev.millrace.app.run.RunState;
import dev.millrace.app.run.RunViewModel;
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
    private final Consumer<RunRecord> ended;
    private Instant begun = Instant.EPOCH;

    /// @param ended told of each run, on the screen's thread
    public RunRecorder(RunViewModel run, Background background, InstantSource clock, Consumer<RunRecord> ended) {
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
            case FAILED -> run.recipe().ifPresent(recipe -> ended.accept(record(recipe, Outcome.FAILED)));
            case CANCELLED -> run.recipe().ifPresent(recipe -> ended.accept(record(recipe, Outcome.CANCELLED)));
            case IDLE, RUNNING, PAUSED, CANCELLING -> {}
        }
    }

    /// The manifest says when it began, and more.
    private void done(Recipe recipe) {
        Path output = recipe.outputPath();
        RecipeDocument document = RecipeDocument.of(recipe.resolved());
        RunRecord without = record(recipe, Outcome.DONE);
        background.run(
                () -> Manifest.ofFinishedRun(output),
                (Optional<Manifest> manifest) ->
                        ended.accept(manifest.map(found -> RunRecord.of(found, output, document)).orElse(without)),
                _ -> ended.accept(without));
    }

    private RunRecord record(Recipe recipe, Outcome outcome) {
        ProblemReport report = run.problemProperty().get();
        List<String> places =
                report == null ? List.of() : report.problems().stream().map(each -> each.place().toString()).toList();
        return RunRecord.withoutManifest(
                begun, Duration.between(begun, clock.instant()), outcome, recipe.resolved(), places);
    }
}
