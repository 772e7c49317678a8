package dev.millrace.app.shell;

import static java.util.Objects.requireNonNull;

import dev.millrace.app.data.DataController;
import dev.millrace.app.home.HomeController;
import dev.millrace.app.home.HomeViewModel;
import dev.millrace.app.problem.ProblemController;
import dev.millrace.app.recipe.RecipeController;
import dev.millrace.app.results.ResultsController;
import dev.millrace.app.run.RunController;
import dev.millrace.app.run.RunState;
import dev.millrace.app.text.Texts;
import dev.millrace.app.theme.Theme;
import dev.millrace.app.theme.ThemeViewModel;
import dev.millrace.app.view.FullText;
import dev.millrace.app.view.Shown;
import dev.millrace.app.view.View;
import dev.millrace.app.view.ViewLoader;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.io.File;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// The window's view: rail, places, status line, and what lies over them.
public final class ShellController {

    private final ShellViewModel shell;
    private final HomeViewModel home;
    private final ThemeViewModel theme;
    private final ViewLoader views;
    private final Texts texts;
    private final Map<Place, Node> places = new EnumMap<>(Place.class);
    private final BooleanProperty dropping = new SimpleBooleanProperty();
    private final BooleanProperty keysShown = new SimpleBooleanProperty();
    private final BooleanProperty asking = new SimpleBooleanProperty();
    private Runnable close = () -> {};
    private boolean closing;

    @FXML private StackPane root;
    @FXML private VBox rail;
    @FXML private StackPane work;
    @FXML private Label title;
    @FXML private Label status;
    @FXML private ProgressBar statusBar;
    @FXML private MenuButton themeButton;
    @FXML private Node drop;
    @FXML private Node keys;
    @FXML private Node question;
    @FXML private Button keepRunning;
    @FXML private Node failure;
    @FXML private ProblemController problemController;

    public ShellController(
            ShellViewModel shell, HomeViewModel home, ThemeViewModel theme, ViewLoader views, Texts texts) {
        this.shell = shell;
        this.home = home;
        this.theme = theme;
        this.views = views;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        places.put(Place.HOME, views.load(View.HOME, HomeController.class).root());
        places.put(Place.DATA, views.load(View.DATA, DataController.class).root());
        places.put(Place.RECIPE, views.load(View.RECIPE, RecipeController.class).root());
        places.put(Place.RUN, views.load(View.RUN, RunController.class).root());
        places.put(Place.RESULTS, views.load(View.RESULTS, ResultsController.class).root());
        fillRail();
        fillThemes();
        title.textProperty().bind(shell.titleProperty());
        status.textProperty().bind(shell.statusProperty());
        FullText.asTooltip(title, status);
        statusBar.progressProperty().bind(shell.run().figuresProperty().map(figures -> figures.share()));
        Shown.when(shell.run().stateProperty().map(RunState::isLive), statusBar);
        Shown.when(dropping, drop);
        Shown.when(keysShown, keys);
        Shown.when(asking, question);
        Shown.when(shell.problemProperty().isNotNull(), failure);
        problemController.bind(shell.problemProperty());
        root.setOnDragOver(this::dragOver);
        root.setOnDragDropped(this::dropped);
        root.setOnDragExited(_ -> dropping.set(false));
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        shell.run().stateProperty().subscribe(this::closeIfWaiting);
    }

    /// Whether the window may close now; asks if a run is on.
    ///
    /// @param afterwards closes the window once the run has been cancelled
    public boolean mayClose(Runnable afterwards) {
        if (!shell.run().stateProperty().get().isLive()) {
            return true;
        }
        close = afterwards;
        asking.set(true);
        keepRunning.requestFocus();
        return false;
    }

    private void fillRail() {
        ToggleGroup group = new ToggleGroup();
        for (Place place : Place.values()) {
            RailButton button = new RailButton(place, icon(place), shell.light(place), texts);
            button.setToggleGroup(group);
            button.setOnAction(_ -> shell.placeProperty().set(place));
            shell.placeProperty()
                    .subscribe(shown -> {
                        if (shown == place) {
                            button.setSelected(true);
                            work.getChildren().setAll(view(place));
                        }
                    });
            rail.getChildren().add(button);
        }
    }

    private Node view(Place place) {
        return requireNonNull(places.get(place), () -> place + " has no view");
    }

    private static String icon(Place place) {
        return switch (place) {
            case HOME -> "mdoal-home";
            case DATA -> "mdoal-grid_on";
            case RECIPE -> "mdomz-tune";
            case RUN -> "mdomz-play_arrow";
            case RESULTS -> "mdoal-assessment";
        };
    }

    private void fillThemes() {
        ToggleGroup group = new ToggleGroup();
        for (Theme each : Theme.values()) {
            RadioMenuItem item = new RadioMenuItem(texts.of(each));
            item.setToggleGroup(group);
            item.setOnAction(_ -> theme.themeProperty().set(each));
            theme.themeProperty().subscribe(chosen -> item.setSelected(chosen == each));
            themeButton.getItems().add(item);
        }
        themeButton
                .textProperty()
                .bind(Bindings.createStringBinding(() -> texts.of(theme.themeProperty().get()), theme.themeProperty()));
    }

    private void press(KeyEvent event) {
        if (event.isShortcutDown() && pressedShortcut(event)) {
            event.consume();
        } else if (event.getCode() == KeyCode.F1) {
            keysShown.set(!keysShown.get());
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && isCovered()) {
            uncover();
            event.consume();
        }
    }

    private boolean pressedShortcut(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            shell.startRun();
            return true;
        }
        if (event.getCode() == KeyCode.P) {
            shell.run().pauseOrGoOn();
            return true;
        }
        if (event.getCode() == KeyCode.PERIOD) {
            shell.run().cancel();
            return true;
        }
        Optional<Place> place =
                event.getCode().isDigitKey() ? Place.at(event.getCode().getChar().charAt(0) - '0') : Optional.empty();
        place.ifPresent(shell.placeProperty()::set);
        return place.isPresent();
    }

    private boolean isCovered() {
        return keysShown.get() || asking.get() || shell.problemProperty().get() != null;
    }

    @FXML
    private void uncover() {
        keysShown.set(false);
        asking.set(false);
        shell.problemProperty().set(null);
    }

    @FXML
    private void showKeys() {
        keysShown.set(true);
    }

    @FXML
    private void keepRunning() {
        asking.set(false);
    }

    @FXML
    private void cancelAndClose() {
        closing = true;
        shell.run().cancel();
        closeIfWaiting(shell.run().stateProperty().get());
    }

    private void closeIfWaiting(RunState state) {
        if (state.isLive()) {
            return;
        }
        asking.set(false);
        if (closing) {
            close.run();
        }
    }

    private void dragOver(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            dropping.set(true);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        dropping.set(false);
        event.getDragboard().getFiles().stream().findFirst().map(File::toPath).ifPresent(home::open);
        event.setDropCompleted(true);
        event.consume();
    }
}
