package dev.millrace.app.home;

import dev.millrace.app.action.Action;
import dev.millrace.app.text.Texts;
import dev.millrace.app.view.Desktop;
import dev.millrace.app.view.Shown;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;

import java.util.List;

/// Home's view.
public final class HomeController {

    private static final double LIST_PADDING = 18;

    private final HomeViewModel home;
    private final Runnable showHistory;
    private final Desktop desktop;
    private final Texts texts;

    @FXML private ListView<Recent> recents;
    @FXML private Node recentsTitle;
    @FXML private Node noRecents;
    @FXML private Node historyLink;

    /// @param showHistory goes to the history of runs
    public HomeController(HomeViewModel home, Runnable showHistory, Desktop desktop, Texts texts) {
        this.home = home;
        this.showHistory = showHistory;
        this.desktop = desktop;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        recents.setItems(home.recents());
        recents.prefHeightProperty()
                .bind(Bindings.size(home.recents()).multiply(recents.fixedCellSizeProperty()).add(LIST_PADDING));
        recents.setMinHeight(ListView.USE_PREF_SIZE);
        recents.setMaxHeight(ListView.USE_PREF_SIZE);
        recents.setCellFactory(_ -> new RecentCell(home, texts));
        recents.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                openSelected();
            }
        });
        Shown.when(Bindings.isNotEmpty(home.recents()), recents, recentsTitle, historyLink);
        Shown.when(Bindings.isEmpty(home.recents()), noRecents);
    }

    /// What can be done here.
    public List<Action> actions() {
        return List.of(
                Action.of("openSample", texts.of("action.openSample"), this::openSample),
                Action.of("openRecipe", texts.of("action.openRecipe"), this::openRecipe).onShortcut(KeyCode.O),
                Action.of("openFolder", texts.of("action.openFolder"), this::openFolder).onShiftShortcut(KeyCode.O));
    }

    @FXML
    private void openSample() {
        home.openSample();
    }

    @FXML
    private void openFolder() {
        desktop.chooseFolder(texts.of("home.folder.dialog")).ifPresent(home::open);
    }

    @FXML
    private void openRecipe() {
        desktop.chooseRecipe(texts.of("home.recipe.dialog")).ifPresent(home::open);
    }

    @FXML
    private void showHistory() {
        showHistory.run();
    }

    private void openSelected() {
        Recent recent = recents.getSelectionModel().getSelectedItem();
        if (recent != null && recent.present()) {
            home.open(recent.path());
        }
    }
}
