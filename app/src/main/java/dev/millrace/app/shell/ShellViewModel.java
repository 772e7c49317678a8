package dev.millrace.app.shell;

import static java.util.Objects.requireNonNull;

import dev.millrace.app.benchmark.BenchmarkViewModel;
import dev.millrace.app.data.DataViewModel;
import dev.millrace.app.problem.ProblemReport;
import dev.millrace.app.project.ProjectState;
import dev.millrace.app.project.ProjectViewModel;
import dev.millrace.app.recipe.RecipeViewModel;
import dev.millrace.app.results.ResultsViewModel;
import dev.millrace.app.results.Verdict;
import dev.millrace.app.run.Beginning;
import dev.millrace.app.run.RunFigures;
import dev.millrace.app.run.RunState;
import dev.millrace.app.run.RunViewModel;
import dev.millrace.app.settings.SettingsViewModel;
import dev.millrace.app.text.Texts;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.lab.LabEvent;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/// The window: which place is shown, how each place stands, and what the status line says.
public final class ShellViewModel {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final ProjectViewModel project;
    private final RecipeViewModel recipe;
    private final RunViewModel run;
    private final BenchmarkViewModel benchmark;
    private final SettingsViewModel settings;
    private final Texts texts;
    private final ObjectProperty<Place> place = new SimpleObjectProperty<>(Place.HOME);
    private final ObjectProperty<@Nullable ProblemReport> problem = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Question> question = new SimpleObjectProperty<>();
    private final Map<Place, ObjectBinding<Light>> lights = new EnumMap<>(Place.class);
    private final StringBinding title;
    private final StringBinding status;

    public ShellViewModel(
            ProjectViewModel project,
            DataViewModel data,
            RecipeViewModel recipe,
            RunViewModel run,
            ResultsViewModel results,
            BenchmarkViewModel benchmark,
            SettingsViewModel settings,
            Texts texts) {
        this.settings = settings;
        this.project = project;
        this.recipe = recipe;
        this.run = run;
        this.benchmark = benchmark;
        this.texts = texts;
        lights.put(Place.HOME, Bindings.createObjectBinding(() -> Light.READY));
        lights.put(
                Place.DATA,
                Bindings.createObjectBinding(
                        () -> data.problemProperty().get() == null ? opened(Light.DONE) : Light.FAILED,
                        project.stateProperty(),
                        data.problemProperty()));
        lights.put(
                Place.RECIPE,
                Bindings.createObjectBinding(
                        () -> opened(recipe.isReady() ? Light.DONE : Light.ATTENTION),
                        project.stateProperty(),
                        recipe.runnableProperty(),
                        recipe.file().foundProperty()));
        lights.put(Place.RUN, Bindings.createObjectBinding(this::runLight, run.stateProperty()));
        lights.put(
                Place.RESULTS,
                Bindings.createObjectBinding(
                        () -> resultsLight(results.verdictProperty().get()), results.verdictProperty()));
        lights.put(Place.BENCHMARK, Bindings.createObjectBinding(this::benchmarkLight, benchmark.stateProperty()));
        benchmark.shownProperty().bind(place.isEqualTo(Place.BENCHMARK));
        title = Bindings.createStringBinding(this::title, project.stateProperty());
        status =
                Bindings.createStringBinding(
                        this::status,
                        project.stateProperty(),
                        run.stateProperty(),
                        run.figuresProperty(),
                        benchmark.stateProperty(),
                        benchmark.board().currentProperty());
        project.stateProperty().subscribe(this::follow);
    }

    public ObjectProperty<Place> placeProperty() {
        return place;
    }

    /// A failure that belongs to no place; null while there is none.
    public ObjectProperty<@Nullable ProblemReport> problemProperty() {
        return problem;
    }

    public ObjectBinding<Light> light(Place of) {
        return requireNonNull(lights.get(of), () -> of + " has no light");
    }

    /// What is open.
    public StringBinding titleProperty() {
        return title;
    }

    /// What is going on, in words.
    public StringBinding statusProperty() {
        return status;
    }

    public RunViewModel run() {
        return run;
    }

    public BenchmarkViewModel benchmark() {
        return benchmark;
    }

    /// Runs the recipe as it is now if it can, else shows why not.
    public void startRun() {
        startRun(Beginning.NEW);
    }

    /// Runs the recipe as it is now if it can, else shows why not.
    public void startRun(Beginning beginning) {
        if (mayStart()) {
            recipe.whenChecked(checked -> start(checked, beginning), () -> place.set(Place.RECIPE));
        }
    }

    /// Runs a recipe that is not the open one, unless a run is on.
    public void run(Recipe other, Beginning beginning) {
        start(other, beginning);
    }

    private void start(Recipe checked, Beginning beginning) {
        if (mayStart()) {
            run.start(checked, beginning);
            place.set(Place.RUN);
        }
    }

    /// Whether a run may begin; while a benchmark is on it may not, as it would be measured with it, and that is told.
    private boolean mayStart() {
        if (benchmark.stateProperty().get().isLive()) {
            question.set(Question.BENCHMARK_IS_ON);
            return false;
        }
        return !run.stateProperty().get().isLive();
    }

    /// Cancels the run; asks first if it has gone on for long and the person wants to be asked.
    public void cancelRun() {
        boolean isLong = run.elapsed().compareTo(LONG) >= 0;
        if (isLong && settings.confirmsCancelProperty().get()) {
            question.set(Question.CANCEL_RUN);
        } else {
            run.cancel();
        }
    }

    /// What a person is to be asked; null again as soon as that was done.
    ObjectProperty<@Nullable Question> questionProperty() {
        return question;
    }

    /// Shows a failure that nobody expected.
    public void showUnexpected(Throwable failure) {
        problem.set(ProblemReport.of(texts.of("problem.unexpected"), failure, texts.of("problem.remedy")));
    }

    private void follow(ProjectState state) {
        if (!(state instanceof ProjectState.None)) {
            place.set(Place.DATA);
        }
    }

    private Light opened(Light light) {
        return project.project().isPresent() ? light : Light.EMPTY;
    }

    private Light runLight() {
        return switch (run.stateProperty().get()) {
            case IDLE -> Light.EMPTY;
            case PREPARING, RUNNING, PAUSED, CANCELLING -> Light.RUNNING;
            case DONE -> Light.DONE;
            case FAILED -> Light.FAILED;
            case CANCELLED -> Light.ATTENTION;
        };
    }

    private Light benchmarkLight() {
        return switch (benchmark.stateProperty().get()) {
            case IDLE -> Light.EMPTY;
            case RUNNING, CANCELLING -> Light.RUNNING;
            case DONE -> Light.DONE;
            case FAILED -> Light.FAILED;
            case CANCELLED -> Light.ATTENTION;
        };
    }

    private static Light resultsLight(Verdict verdict) {
        return switch (verdict) {
            case NONE -> Light.EMPTY;
            case COMPLETE -> Light.DONE;
            case DAMAGED, FAILED -> Light.FAILED;
            case UNFINISHED, CANCELLED, REPLACED, GONE -> Light.ATTENTION;
        };
    }

    private String title() {
        return switch (project.stateProperty().get()) {
            case ProjectState.None _ -> "";
            case ProjectState.Opening opening -> String.valueOf(opening.path().getFileName());
            case ProjectState.Failed failed -> String.valueOf(failed.path().getFileName());
            case ProjectState.Open open -> open.project().recipe().name();
        };
    }

    private String benchmarkStatus() {
        LabEvent.RunBegun current = benchmark.board().currentProperty().get();
        return current == null
                ? texts.of("status.benchmark.preparing")
                : texts.of("status.benchmark", current.number(), current.runs());
    }

    private String status() {
        RunState state = run.stateProperty().get();
        if (benchmark.stateProperty().get().isLive() && !state.isLive()) {
            return benchmarkStatus();
        }
        RunFigures figures = run.figuresProperty().get();
        return switch (state) {
            case PAUSED -> texts.of("status.paused", texts.of(state), figures.percent());
            case RUNNING, CANCELLING ->
                    texts.of("status.running", texts.of(state), figures.percent(), figures.rowRate(), figures.left());
            case PREPARING, DONE, FAILED, CANCELLED -> texts.of(state);
            case IDLE -> projectStatus();
        };
    }

    private String projectStatus() {
        return switch (project.stateProperty().get()) {
            case ProjectState.None _ -> texts.of("status.empty");
            case ProjectState.Failed(Path path, _) -> texts.of("problem.open", path.getFileName());
            case ProjectState.Opening(Path path) -> texts.of("status.opening", path.getFileName());
            case ProjectState.Open _ -> texts.of("status.ready");
        };
    }
}
