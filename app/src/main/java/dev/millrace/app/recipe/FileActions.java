package dev.millrace.app.recipe;

import dev.millrace.app.home.HomeViewModel;
import dev.millrace.app.home.Recent;
import dev.millrace.app.text.Texts;
import dev.millrace.app.view.Desktop;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import java.nio.file.Path;
import java.util.Optional;

/// What a person can do with the recipe's file.
final class FileActions {

    private final RecipeViewModel recipe;
    private final HomeViewModel home;
    private final Desktop desktop;
    private final Texts texts;

    FileActions(RecipeViewModel recipe, HomeViewModel home, Desktop desktop, Texts texts) {
        this.recipe = recipe;
        this.home = home;
        this.desktop = desktop;
        this.texts = texts;
    }

    /// Fills a menu: open, save, and what was open before.
    void fill(MenuButton menu) {
        menu.getItems()
                .setAll(
                        item("recipe.open", this::open),
                        item("recipe.save", this::save),
                        item("recipe.saveAs", this::saveAs),
                        new SeparatorMenuItem());
        home.recents().stream()
                .filter(Recent::present)
                .map(Recent::path)
                .forEach(path -> {
                    MenuItem item = new MenuItem(path.toString());
                    item.setMnemonicParsing(false);
                    item.setOnAction(_ -> home.open(path));
                    menu.getItems().add(item);
                });
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(texts.of(key));
        item.setOnAction(_ -> action.run());
        return item;
    }

    void open() {
        desktop.chooseRecipe(texts.of("home.recipe.dialog")).ifPresent(home::open);
    }

    void save() {
        saveThen(() -> {});
    }

    void saveAs() {
        choose().ifPresent(path -> recipe.file().saveTo(path, () -> {}));
    }

    /// The command reads the file, so the file has to be what is seen.
    void copyCommand() {
        Runnable copy = () -> recipe.file().command().ifPresent(desktop::copy);
        if (recipe.file().unsavedProperty().get()) {
            saveThen(copy);
        } else {
            copy.run();
        }
    }

    private void saveThen(Runnable then) {
        Optional.ofNullable(recipe.file().pathProperty().get())
                .or(this::choose)
                .ifPresent(target -> recipe.file().saveTo(target, then));
    }

    private Optional<Path> choose() {
        return Optional.ofNullable(recipe.file().pathProperty().get())
                .or(recipe.file()::proposed)
                .flatMap(proposed -> desktop.chooseTarget(texts.of("recipe.save.dialog"), proposed));
    }
}
