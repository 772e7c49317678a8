package dev.millrace.app;

import static java.util.Map.entry;

import dev.millrace.app.about.AboutController;
import dev.millrace.app.about.AboutViewModel;
import dev.millrace.app.action.KeyNames;
import dev.millrace.app.background.Background;
import dev.millrace.app.benchmark.BenchmarkController;
import dev.millrace.app.benchmark.BenchmarkStarter;
import dev.millrace.app.benchmark.BenchmarkStore;
import dev.millrace.app.benchmark.BenchmarkViewModel;
import dev.millrace.app.data.DataController;
import dev.millrace.app.data.DataViewModel;
import dev.millrace.app.guide.GuideController;
import dev.millrace.app.guide.GuideViewModel;
import dev.millrace.app.history.HistoryController;
import dev.millrace.app.history.HistoryStore;
import dev.millrace.app.history.HistoryViewModel;
import dev.millrace.app.history.RunRecorder;
import dev.millrace.app.home.HomeController;
import dev.millrace.app.home.HomeViewModel;
import dev.millrace.app.home.Recents;
import dev.millrace.app.notice.RunNotice;
import dev.millrace.app.palette.PaletteController;
import dev.millrace.app.palette.PaletteViewModel;
import dev.millrace.app.problem.ProblemController;
import dev.millrace.app.project.DraftStore;
import dev.millrace.app.project.ProjectViewModel;
import dev.millrace.app.recipe.RecipeController;
import dev.millrace.app.recipe.RecipeViewModel;
import dev.millrace.app.results.ResultsController;
import dev.millrace.app.results.ResultsViewModel;
import dev.millrace.app.run.MeasuredRates;
import dev.millrace.app.run.RunController;
import dev.millrace.app.run.RunStarter;
import dev.millrace.app.run.RunState;
import dev.millrace.app.run.RunViewModel;
import dev.millrace.app.run.SampleFeed;
import dev.millrace.app.settings.SettingsController;
import dev.millrace.app.settings.SettingsViewModel;
import dev.millrace.app.shell.Goals;
import dev.millrace.app.shell.Place;
import dev.millrace.app.shell.ShellActions;
import dev.millrace.app.shell.ShellController;
import dev.millrace.app.shell.ShellViewModel;
import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.app.theme.Fonts;
import dev.millrace.app.theme.Stylesheets;
import dev.millrace.app.theme.ThemeViewModel;
import dev.millrace.app.view.Desktop;
import dev.millrace.app.view.View;
import dev.millrace.app.view.ViewLoader;
import dev.millrace.cli.Millrace;
import dev.millrace.engine.Engine;
import dev.millrace.engine.recipe.RunSettings;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Scene;

import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;
import java.util.prefs.Preferences;

/// Makes everything of one window and gives each what it needs: the only place that knows all classes.
public final class Wiring {

    private final Texts texts;
    private final Figures figures;
    private final Desktop desktop;
    private final ProjectViewModel project;
    private final HomeViewModel home;
    private final DataViewModel data;
    private final RecipeViewModel recipe;
    private final RunViewModel run;
    private final HistoryViewModel history;
    private final ResultsViewModel results;
    private final BenchmarkViewModel benchmark;
    private final ShellViewModel shell;
    private final ThemeViewModel theme;
    private final SettingsViewModel settings;
    private final PaletteViewModel palette;
    private final GuideViewModel guide;
    private final AboutViewModel about;
    private final ViewLoader views;

    /// What differs between the program and its tests.
    ///
    /// @param sampleFolder where the sample project is copied to
    /// @param draftFolder where unsaved work is kept; the history of runs and benchmarks is kept beside it
    /// @param systemDark whether the desktop is dark
    public record Surroundings(
            Engine engine,
            RunStarter runs,
            BenchmarkStarter benchmarks,
            Background background,
            SampleFeed telemetry,
            Preferences preferences,
            Path sampleFolder,
            Path draftFolder,
            Desktop desktop,
            ObservableBooleanValue systemDark,
            Clock clock) {}

    public Wiring(Surroundings around, Texts texts, Figures figures) {
        this.texts = texts;
        this.figures = figures;
        desktop = around.desktop();
        Background background = around.background();
        DraftStore drafts = new DraftStore(around.draftFolder());
        settings = new SettingsViewModel(around.preferences());
        project = new ProjectViewModel(around.engine(), background, texts, drafts, this::usualRun);
        Recents recents = new Recents(around.preferences(), settings.recentsProperty()::get);
        home = new HomeViewModel(project, recents, around.sampleFolder(), background);
        data = new DataViewModel(around.engine(), project, background, texts, figures);
        MeasuredRates rates = new MeasuredRates(around.preferences());
        recipe = new RecipeViewModel(around.engine(), project, background, drafts, rates, texts, figures);
        run = new RunViewModel(around.runs(), background, around.telemetry(), rates, texts, figures);
        HistoryStore runs = new HistoryStore(around.draftFolder().resolveSibling("runs"));
        history = new HistoryViewModel(runs, background, texts, figures);
        results = new ResultsViewModel(around.engine(), history, background, texts, figures);
        new RunRecorder(run, background, InstantSource.system(), results::ended).start();
        BenchmarkStore store = new BenchmarkStore(around.draftFolder().resolveSibling("benchmarks"));
        benchmark =
                new BenchmarkViewModel(
                        around.benchmarks(),
                        store,
                        recipe,
                        run.stateProperty().map(RunState::isLive),
                        rates,
                        background,
                        around.clock(),
                        texts);
        shell = new ShellViewModel(project, data, recipe, run, results, benchmark, settings, texts);
        palette = new PaletteViewModel(background);
        guide = new GuideViewModel(background, shell::showUnexpected);
        about = new AboutViewModel(Wiring::versionLine, background, shell::showUnexpected);
        new RunNotice(run, settings, desktop, around.clock(), texts, figures).watch();
        theme = new ThemeViewModel(around.preferences(), around.systemDark());
        views = new ViewLoader(texts.bundle(), controllers());
    }

    public ShellViewModel shell() {
        return shell;
    }

    public ProjectViewModel project() {
        return project;
    }

    public HomeViewModel home() {
        return home;
    }

    public DataViewModel data() {
        return data;
    }

    public RecipeViewModel recipe() {
        return recipe;
    }

    public RunViewModel run() {
        return run;
    }

    public ResultsViewModel results() {
        return results;
    }

    public BenchmarkViewModel benchmark() {
        return benchmark;
    }

    public HistoryViewModel history() {
        return history;
    }

    public ThemeViewModel theme() {
        return theme;
    }

    public SettingsViewModel settings() {
        return settings;
    }

    public PaletteViewModel palette() {
        return palette;
    }

    public GuideViewModel guide() {
        return guide;
    }

    public AboutViewModel about() {
        return about;
    }

    /// The content of a window.
    ///
    /// @param controller answers whether the window may close
    public record Window(Scene scene, ShellController controller) {}

    /// Loads the views.
    public Window window(double width, double height) {
        Fonts.load();
        ViewLoader.Loaded<ShellController> loaded = views.load(View.SHELL, ShellController.class);
        Scene scene = new Scene(loaded.root(), width, height);
        Stylesheets.follow(scene, theme, settings.textSizeProperty());
        Stylesheets.calm(scene, settings.reducedMotionProperty());
        return new Window(scene, loaded.controller());
    }

    /// How a new recipe is run.
    private RunSettings usualRun() {
        return RunSettings.defaults()
                .withWorkers(settings.workersProperty().get())
                .withMemoryLimitMb(settings.memoryProperty().get());
    }

    private static String versionLine() {
        return String.join(" ", Millrace.commandLine().getCommandSpec().version());
    }

    private ShellController shellController() {
        Goals goals = new Goals(shell, home, data, recipe, KeyNames.here(), texts);
        ShellActions actions = new ShellActions(shell, settings, theme, texts);
        return new ShellController(shell, home, palette, guide, about, goals, actions, views, texts);
    }

    private Map<Class<?>, Supplier<?>> controllers() {
        Runnable showRecipe = () -> shell.placeProperty().set(Place.RECIPE);
        RunController.Navigation navigation =
                new RunController.Navigation(
                        shell::startRun, shell::cancelRun, showRecipe, () -> showResults(false), this::openThere);
        ResultsController.Navigation ofResults =
                new ResultsController.Navigation(
                        shell::run, () -> shell.placeProperty().set(Place.RUN), run.stateProperty());
        Runnable showHome = () -> shell.placeProperty().set(Place.HOME);
        return Map.ofEntries(
                entry(ShellController.class, this::shellController),
                entry(PaletteController.class, () -> new PaletteController(palette, texts)),
                entry(SettingsController.class, () -> new SettingsController(settings, theme, texts)),
                entry(GuideController.class, () -> new GuideController(guide)),
                entry(AboutController.class, () -> new AboutController(about, desktop, texts)),
                entry(HomeController.class, () -> new HomeController(home, () -> showResults(true), desktop, texts)),
                entry(
                        DataController.class,
                        () -> new DataController(data, showRecipe, showHome, desktop, texts, figures)),
                entry(
                        RecipeController.class,
                        () -> new RecipeController(recipe, home, shell::startRun, showHome, desktop, texts, figures)),
                entry(RunController.class, () -> new RunController(run, navigation, desktop, texts, figures)),
                entry(
                        ResultsController.class,
                        () -> new ResultsController(results, ofResults, desktop, texts, figures)),
                entry(HistoryController.class, () -> new HistoryController(history, results::open, texts, figures)),
                entry(
                        BenchmarkController.class,
                        () -> new BenchmarkController(benchmark, showRecipe, showHome, desktop, texts, figures)),
                entry(ProblemController.class, () -> new ProblemController(desktop)));
    }

    private void showResults(boolean ofAllRuns) {
        results.historyShownProperty().set(ofAllRuns);
        shell.placeProperty().set(Place.RESULTS);
    }

    /// Shows a place in Data, if it is of what is open.
    private boolean openThere(dev.millrace.engine.problem.Place there) {
        boolean open = data.openThere(there);
        if (open) {
            shell.placeProperty().set(Place.DATA);
        }
        return open;
    }
}
