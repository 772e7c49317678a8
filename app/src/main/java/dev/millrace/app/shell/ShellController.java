package dev.millrace.app.shell;

import static java.util.Objects.requireNonNull;

import dev.millrace.app.about.AboutController;
import dev.millrace.app.about.AboutViewModel;
import dev.millrace.app.action.Action;
import dev.millrace.app.action.KeyNames;
import dev.millrace.app.benchmark.BenchmarkController;
import dev.millrace.app.data.DataController;
import dev.millrace.app.guide.GuideController;
import dev.millrace.app.guide.GuideViewModel;
import dev.millrace.app.home.HomeController;
import dev.millrace.app.home.HomeViewModel;
import dev.millrace.app.palette.PaletteController;
import dev.millrace.app.palette.PaletteViewModel;
import dev.millrace.app.problem.ProblemController;
import dev.millrace.app.recipe.RecipeController;
import dev.millrace.app.results.ResultsController;
import dev.millrace.app.run.RunController;
import dev.millrace.app.run.RunState;
import dev.millrace.app.settings.SettingsController;
import dev.millrace.app.text.Texts;
import dev.millrace.app.view.FullText;
import dev.millrace.app.view.Shown;
import dev.millrace.app.view.View;
import dev.millrace.app.view.ViewLoader;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The window's view: rail, places, status line, and what lies over them.
public final class ShellController {

    private final ShellViewModel shell;
    private final HomeViewModel home;
    private final PaletteViewModel palette;
    private final GuideViewModel guide;
    private final AboutViewModel about;
    private final Goals goals;
    private final ShellActions own;
    private final ViewLoader views;
    private final Texts texts;
    private final WindowActions actions = new WindowActions();
    private final Overlays overlays = new Overlays();
    private final Map<Place, Node> places = new EnumMap<>(Place.class);
    private Runnable close = () -> {};
    private Runnable confirmed = () -> {};
    private boolean closing;

    @FXML private StackPane root;
    @FXML private VBox rail;
    @FXML private StackPane work;
    @FXML private Label title;
    @FXML private Label status;
    @FXML private ProgressBar statusBar;
    @FXML private Node drop;
    @FXML private StackPane paletteOverlay;
    @FXML private PaletteController paletteController;
    @FXML private StackPane settingsOverlay;
    @FXML private SettingsController settingsController;
    @FXML private StackPane guideOverlay;
    @FXML private GuideController guideController;
    @FXML private StackPane aboutOverlay;
    @FXML private AboutController aboutController;
    @FXML private StackPane keysOverlay;
    @FXML private ScrollPane keySheet;
    @FXML private StackPane question;
    @FXML private Label questionTitle;
    @FXML private Label questionText;
    @FXML private Button keepRunning;
    @FXML private Button confirm;
    @FXML private StackPane failure;
    @FXML private Button closeFailure;
    @FXML private ProblemController problemController;

    public ShellController(
            ShellViewModel shell,
            HomeViewModel home,
            PaletteViewModel palette,
            GuideViewModel guide,
            AboutViewModel about,
            Goals goals,
            ShellActions own,
            ViewLoader views,
            Texts texts) {
        this.shell = shell;
        this.home = home;
        this.palette = palette;
        this.guide = guide;
        this.about = about;
        this.goals = goals;
        this.own = own;
        this.views = views;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        actions.add(own.places());
        addPlaces();
        actions.add(own.run());
        new Rail(shell, texts).fill(rail, place -> work.getChildren().setAll(view(place)));
        title.textProperty().bind(shell.titleProperty());
        status.textProperty().bind(shell.statusProperty());
        FullText.asTooltip(title, status);
        statusBar.progressProperty().bind(shell.run().figuresProperty().map(figures -> figures.share()));
        Shown.when(shell.run().stateProperty().map(RunState::isLive), statusBar);
        new DropTarget(home::open).install(root, drop);
        addOverlays();
        problemController.bind(shell.problemProperty());
        root.sceneProperty()
                .subscribe(scene -> {
                    if (scene != null) {
                        overlays.watch(scene);
                        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> press(event, scene));
                    }
                });
        shell.run().stateProperty().subscribe(this::closeIfWaiting);
        shell.benchmark().stateProperty().subscribe(this::closeIfWaiting);
        shell.questionProperty().subscribe(this::ask);
    }

    private void addPlaces() {
        ViewLoader.Loaded<HomeController> homeView = views.load(View.HOME, HomeController.class);
        places.put(Place.HOME, homeView.root());
        actions.add(homeView.controller().actions());
        ViewLoader.Loaded<DataController> dataView = views.load(View.DATA, DataController.class);
        places.put(Place.DATA, dataView.root());
        actions.add(Place.DATA, dataView.controller().actions());
        ViewLoader.Loaded<RecipeController> recipeView = views.load(View.RECIPE, RecipeController.class);
        places.put(Place.RECIPE, recipeView.root());
        actions.add(Place.RECIPE, recipeView.controller().actions());
        places.put(Place.RUN, views.load(View.RUN, RunController.class).root());
        places.put(Place.RESULTS, views.load(View.RESULTS, ResultsController.class).root());
        ViewLoader.Loaded<BenchmarkController> benchmarkView = views.load(View.BENCHMARK, BenchmarkController.class);
        places.put(Place.BENCHMARK, benchmarkView.root());
        actions.add(Place.BENCHMARK, benchmarkView.controller().actions());
    }

    private Node view(Place place) {
        return requireNonNull(places.get(place), () -> place + " has no view");
    }

    /// Everything that can be done in the window.
    WindowActions actions() {
        return actions;
    }

    private void addOverlays() {
        actions.add(
                List.of(
                        Action.of(ShellActions.PALETTE, texts.of("action.palette"), this::togglePalette)
                                .onShortcut(KeyCode.K)
                                .onShiftShortcut(KeyCode.P),
                        Action.of("settings", texts.of("action.settings"), this::showSettings)
                                .onShortcut(KeyCode.COMMA),
                        Action.of("guide", texts.of("action.guide"), this::showGuide).on(KeyCode.F1),
                        Action.of("keys", texts.of("action.keys"), () -> overlays.toggle(keysOverlay))
                                .on(KeyCode.F1, KeyCombination.SHIFT_DOWN),
                        Action.of("about", texts.of("action.about"), this::showAbout)));
        actions.add(own.looks());
        keySheet.setContent(new KeySheet(actions, KeyNames.here(), texts));
        overlays.add(paletteOverlay, paletteController.first());
        overlays.add(settingsOverlay, settingsController.first());
        overlays.add(guideOverlay, guideController.first());
        overlays.add(aboutOverlay, aboutController.first());
        overlays.add(keysOverlay, keySheet);
        overlays.add(question, keepRunning);
        overlays.add(failure, closeFailure);
        paletteController.onClose(this::uncover);
        shell.problemProperty()
                .subscribe(problem -> {
                    if (problem != null) {
                        overlays.show(failure);
                    }
                });
    }

    /// Whether the window may close now; asks if a run or a benchmark is on.
    ///
    /// @param afterwards closes the window once that has been cancelled
    public boolean mayClose(Runnable afterwards) {
        boolean runs = shell.run().stateProperty().get().isLive();
        if (!runs && !shell.benchmark().stateProperty().get().isLive()) {
            return true;
        }
        close = afterwards;
        ask(
                texts.of(runs ? "close.title" : "close.benchmark.title"),
                texts.of(runs ? "close.text" : "close.benchmark.text"),
                texts.of("close.confirm"),
                () -> {
                    closing = true;
                    shell.run().cancel();
                    shell.benchmark().cancel();
                    closeIfWaiting();
                });
        setDangerous(true);
        return false;
    }

    private void ask(@Nullable Question asked) {
        if (asked == null) {
            return;
        }
        shell.questionProperty().set(null);
        switch (asked) {
            case CANCEL_RUN ->
                    ask(
                            texts.of("cancel.title"),
                            texts.of("cancel.text"),
                            texts.of("cancel.confirm"),
                            () -> {
                                uncover();
                                shell.run().cancel();
                            });
            case BENCHMARK_IS_ON ->
                    ask(
                            texts.of("close.benchmark.title"),
                            texts.of("refused.text"),
                            texts.of("refused.show"),
                            () -> {
                                uncover();
                                shell.placeProperty().set(Place.BENCHMARK);
                            });
        }
        setDangerous(asked == Question.CANCEL_RUN);
    }

    private void setDangerous(boolean dangerous) {
        confirm.getStyleClass().remove("danger");
        if (dangerous) {
            confirm.getStyleClass().add("danger");
        }
    }

    private void ask(String title, String text, String yes, Runnable then) {
        questionTitle.setText(title);
        questionText.setText(text);
        confirm.setText(yes);
        confirmed = then;
        overlays.show(question);
    }

    /// While something lies over the places, the keys are its own; others wait until it is closed.
    private void press(KeyEvent event, Scene scene) {
        if (event.getCode() == KeyCode.ESCAPE && overlays.shownProperty().get() != null) {
            uncover();
            event.consume();
            return;
        }
        actions.pressed(event, shell.placeProperty().get(), scene)
                .filter(action -> overlays.shownProperty().get() == null || ShellActions.holdsAlways(action))
                .ifPresent(action -> {
                    event.consume();
                    if (action.isEnabled()) {
                        action.work().run();
                    }
                });
    }

    @FXML
    private void togglePalette() {
        if (overlays.isShown(paletteOverlay)) {
            uncover();
        } else {
            palette.open(goals.now(actions));
            overlays.show(paletteOverlay);
        }
    }

    @FXML
    private void showSettings() {
        overlays.show(settingsOverlay);
    }

    @FXML
    private void uncover() {
        overlays.hide();
        palette.close();
        shell.problemProperty().set(null);
    }

    @FXML
    private void showGuide() {
        guide.open();
        overlays.show(guideOverlay);
    }

    @FXML
    private void showAbout() {
        about.open();
        overlays.show(aboutOverlay);
    }

    @FXML
    private void showKeys() {
        overlays.show(keysOverlay);
    }

    @FXML
    private void confirm() {
        confirmed.run();
    }

    private void closeIfWaiting() {
        if (shell.run().stateProperty().get().isLive() || shell.benchmark().stateProperty().get().isLive()) {
            return;
        }
        if (overlays.isShown(question)) {
            uncover();
        }
        if (closing) {
            close.run();
        }
    }
}
