package dev.millrace.app.benchmark;

import static java.util.Objects.requireNonNull;

import dev.millrace.app.background.Background;
import dev.millrace.app.background.Latest;
import dev.millrace.app.problem.ProblemReport;
import dev.millrace.app.recipe.RecipeViewModel;
import dev.millrace.app.run.MeasuredRates;
import dev.millrace.app.text.Texts;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.lab.LabEvent;
import dev.millrace.lab.measure.Machine;
import dev.millrace.lab.report.ReportFolder;
import dev.millrace.lab.result.Benchmark;
import dev.millrace.lab.result.BenchmarkSettings;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/// The window's benchmark from its set-up to what it found, and those that were made before.
public final class BenchmarkViewModel {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    private final BenchmarkStarter starter;
    private final RecipeViewModel recipe;
    private final MeasuredRates rates;
    private final Background background;
    private final Clock clock;
    private final Texts texts;
    private final Latest looking;
    private final ObservableValue<Boolean> isRunning;
    private final EarlierViewModel earlier;
    private final SetUpViewModel setUp = new SetUpViewModel();
    private final LiveBoard board = new LiveBoard();
    private final BooleanProperty shown = new SimpleBooleanProperty();
    private final ObjectProperty<BenchmarkSection> section = new SimpleObjectProperty<>(BenchmarkSection.SET_UP);
    private final ReadOnlyObjectWrapper<BenchmarkState> state = new ReadOnlyObjectWrapper<>(BenchmarkState.IDLE);
    private final ReadOnlyObjectWrapper<@Nullable Expectation> expectation = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Machine> machine = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable PastBenchmark> open = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ProblemReport> problem = new ReadOnlyObjectWrapper<>();
    private BenchmarkStarter.@Nullable Live live;

    /// @param recipe what is open, to be benchmarked
    /// @param isRunning whether a run of the window is on, which would be measured with the benchmark
    public BenchmarkViewModel(
            BenchmarkStarter starter,
            BenchmarkStore store,
            RecipeViewModel recipe,
            ObservableValue<Boolean> isRunning,
            MeasuredRates rates,
            Background background,
            Clock clock,
            Texts texts) {
        this.starter = starter;
        this.recipe = recipe;
        this.isRunning = isRunning;
        this.rates = rates;
        this.background = background;
        this.clock = clock;
        this.texts = texts;
        looking = background.latest();
        earlier = new EarlierViewModel(store, background, this::report);
        earlier.benchmarks().addListener((ListChangeListener<PastBenchmark>) _ -> look());
        shown.subscribe(this::comeHere);
        setUp.revisionProperty().subscribe(this::look);
        recipe.reviewProperty().subscribe(this::look);
    }

    /// What the next benchmark is to do.
    public SetUpViewModel setUp() {
        return setUp;
    }

    /// The benchmark that is on, or was on last.
    public LiveBoard board() {
        return board;
    }

    /// Whether the place is looked at; nothing is read before.
    public BooleanProperty shownProperty() {
        return shown;
    }

    public ObjectProperty<BenchmarkSection> sectionProperty() {
        return section;
    }

    public ReadOnlyObjectProperty<BenchmarkState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// How long the benchmark that is set up will take; null while that is not known.
    public ReadOnlyObjectProperty<@Nullable Expectation> expectationProperty() {
        return expectation.getReadOnlyProperty();
    }

    /// This machine as it was when it was looked at; null while it was not.
    public ReadOnlyObjectProperty<@Nullable Machine> machineProperty() {
        return machine.getReadOnlyProperty();
    }

    /// The benchmark that is shown; null while there is none.
    public ReadOnlyObjectProperty<@Nullable PastBenchmark> openProperty() {
        return open.getReadOnlyProperty();
    }

    /// Those that were made before.
    public EarlierViewModel earlier() {
        return earlier;
    }

    /// Whether a run of the window is on; no benchmark is started meanwhile, as it would be measured too.
    public ObservableValue<Boolean> isRunningProperty() {
        return isRunning;
    }

    public ReadOnlyObjectProperty<@Nullable ProblemReport> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// What is open, so that it could be benchmarked; null while nothing is.
    public ReadOnlyObjectProperty<dev.millrace.app.project.@Nullable Project> projectProperty() {
        return recipe.projectProperty();
    }

    private void comeHere(boolean isShown) {
        if (isShown) {
            look();
            earlier.read();
            lookAtMachine();
        }
    }

    /// Looks how busy the machine is.
    public void lookAtMachine() {
        if (!state.get().isLive()) {
            background.run(starter::machine, machine::set, this::fail);
        }
    }

    /// Finds out what the benchmark that is set up will do.
    private void look() {
        if (!shown.get() || state.get().isLive()) {
            return;
        }
        Recipe checked = recipe.recipe().orElse(null);
        if (checked == null || setUp.twins().isPresent()) {
            looking.forget();
            expectation.set(null);
            return;
        }
        BenchmarkSettings settings = setUp.settings();
        int processors = Runtime.getRuntime().availableProcessors();
        looking.submit(
                () -> starter.outlook(checked, settings),
                outlook ->
                        expectation.set(
                                Expectation.of(outlook, settings, rates, earlier.runsOfData(checked), processors)),
                this::fail);
    }

    /// Begins the benchmark that is set up.
    ///
    /// @param unsound called if the recipe cannot run
    public void start(Runnable unsound) {
        if (canStart()) {
            recipe.whenChecked(this::start, unsound);
        }
    }

    /// Whether a benchmark could begin, if the recipe can run.
    boolean canStart() {
        return !state.get().isLive() && setUp.twins().isEmpty() && !Boolean.TRUE.equals(isRunning.getValue());
    }

    private void start(Recipe checked) {
        if (!canStart()) {
            return; // something began while the recipe was checked
        }
        Path folder = reports(checked);
        board.clear();
        problem.set(null);
        open.set(null);
        state.set(BenchmarkState.RUNNING);
        section.set(BenchmarkSection.RESULT);
        Consumer<LabEvent> told = background.each(board::take);
        Consumer<End> ended = background.each(end -> end(folder, end));
        live = starter.start(checked, setUp.settings(), folder, told::accept);
        CompletableFuture<Void> _ = live.result().handle((found, failure) -> new End(found, failure)).thenAccept(ended);
    }

    /// A folder that does not exist yet.
    private Path reports(Recipe checked) {
        Path parent = setUp.parentProperty().get();
        String stamp = STAMP.format(clock.instant().atZone(ZoneId.systemDefault()));
        return (parent == null ? checked.folder() : parent).toAbsolutePath().resolve("benchmark-" + stamp);
    }

    private record End(@Nullable Benchmark found, @Nullable Throwable failure) {}

    private void end(Path folder, End end) {
        live = null;
        boolean wasCancelled = state.get() == BenchmarkState.CANCELLING;
        if (end.found() != null) {
            PastBenchmark done = new PastBenchmark(folder, end.found());
            open.set(done);
            state.set(BenchmarkState.DONE);
            earlier.add(done);
        } else if (wasCancelled) {
            state.set(BenchmarkState.CANCELLED);
        } else {
            state.set(BenchmarkState.FAILED);
            report("problem.benchmark", cause(requireNonNull(end.failure())));
        }
    }

    private static Throwable cause(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }

    /// Ends the run under way; nothing is left of the benchmark.
    public void cancel() {
        BenchmarkStarter.Live on = live;
        if (on != null && state.get() == BenchmarkState.RUNNING) {
            state.set(BenchmarkState.CANCELLING);
            on.cancel();
        }
    }

    /// Shows one that was made before.
    public void open(PastBenchmark benchmark) {
        if (!state.get().isLive()) {
            open.set(benchmark);
            section.set(BenchmarkSection.RESULT);
        }
    }

    /// Writes all reports of the benchmark that is shown once more.
    ///
    /// @param done told the folder
    public void export(Path folder, Consumer<Path> done) {
        PastBenchmark exported = open.get();
        if (exported != null) {
            Callable<Path> written =
                    () -> {
                        new ReportFolder(folder).write(exported.benchmark());
                        return folder;
                    };
            background.run(written, done, failure -> report("problem.benchmark.export", failure));
        }
    }

    private void fail(Throwable failure) {
        report("problem.benchmark", failure);
    }

    private void report(String title, @Nullable Throwable failure) {
        Throwable known = failure == null ? new IllegalStateException("a benchmark ended with nothing") : failure;
        problem.set(ProblemReport.of(texts.of(title), known, texts.of("problem.remedy")));
    }
}
