package dev.millrace.app;

import dev.millrace.app.background.Background;
import dev.millrace.app.data.DataController;
import dev.millrace.app.data.DataViewModel;
import dev.millrace.app.home.HomeController;
import dev.millrace.app.home.HomeViewModel;
import dev.millrace.app.home.Recents;
import dev.millrace.app.problem.ProblemController;
import dev.millrace.app.project.DraftStore;
import dev.millrace.app.project.ProjectViewModel;
import dev.millrace.app.recipe.RecipeController;
import dev.millrace.app.recipe.RecipeViewModel;
import dev.millrace.app.run.MeasuredRates;
import dev.millrace.app.run.RunController;
import dev.millrace.app.run.RunStarter;
import dev.millrace.app.run.RunViewModel;
import dev.millrace.app.run.SampleFeed;
import dev.millrace.app.shell.Place;
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
import dev.millrace.engine.Engine;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Scene;

import java.nio.file.Path;
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
    private final ShellViewModel shell;
    private final ThemeViewModel theme;
    private final ViewLoader views;

    /// What differs between the program and its tests.
    ///
    /// @param sampleFolder where the sample project is copied to
    /// @param draftFolder where unsaved work is kept
    /// @param systemDark whether the desktop is dark
    public record Surroundings(
            Engine engine,
            RunStarter runs,
            Background background,
            SampleFeed telemetry,
            Preferences preferences,
            Path sampleFolder,
            Path draftFolder,
            Desktop desktop,
            ObservableBooleanValue systemDark) {}

    public Wiring(Surroundings around, Texts texts, Figures figures) {
        this.texts = texts;
        this.figures = figures;
        desktop = around.desktop();
        Background background = around.background();
        DraftStore drafts = new DraftStore(around.draftFolder());
        project = new ProjectViewModel(around.engine(), background, texts, drafts);
        home = new HomeViewModel(project, new Recents(around.preferences()), around.sampleFolder(), background);
        data = new DataViewModel(around.engine(), project, background, texts, figures);
        MeasuredRates rates = new MeasuredRates(around.preferences());
        recipe = new RecipeViewModel(around.engine(), project, background, drafts, rates, texts, figures);
        run = new RunViewModel(around.runs(), background, around.telemetry(), rates, texts, figures);
        shell = new ShellViewModel(project, data, recipe, run, texts);
        theme = new ThemeViewModel(around.preferences(), around.systemDark());
        views = new ViewLoader(texts.bundle(), controllers());
    }

    public ShellViewModel shell() {
        return shell;
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

    public ThemeViewModel theme() {
        return theme;
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
        Stylesheets.follow(scene, theme);
        return new Window(scene, loaded.controller());
    }

    private Map<Class<?>, Supplier<?>> controllers() {
        Runnable showRecipe = () -> shell.placeProperty().set(Place.RECIPE);
        RunController.Navigation navigation =
                new RunController.Navigation(shell::startRun, showRecipe, this::openThere);
        return Map.of(
                ShellController.class, () -> new ShellController(shell, home, theme, views(), texts),
                HomeController.class, () -> new HomeController(home, desktop, texts),
                DataController.class, () -> new DataController(data, showRecipe, desktop, texts, figures),
                RecipeController.class,
                        () -> new RecipeController(recipe, home, shell::startRun, desktop, texts, figures),
                RunController.class, () -> new RunController(run, navigation, desktop, texts, figures),
                ProblemController.class, () -> new ProblemController(desktop));
    }

    /// Shows a place in Data, if it is of what is open.
    private boolean openThere(dev.millrace.engine.problem.Place there) {
        boolean open = data.openThere(there);
        if (open) {
            shell.placeProperty().set(Place.DATA);
        }
        return open;
    }

    private ViewLoader views() {
        return views;
    }
}
