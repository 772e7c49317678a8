package dev.millrace.app.view;

import dev.millrace.app.text.Texts;

import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import javafx.util.Duration;

import org.controlsfx.control.Notifications;
import org.jspecify.annotations.Nullable;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The desktop by JavaFX's own dialogs, over a window.
public final class StageDesktop implements Desktop {

    private static final Duration NOTICE = Duration.seconds(15);

    private final Stage stage;
    private final Texts texts;
    private final Consumer<String> browser;

    /// @param browser opens a URI, as `HostServices` does
    public StageDesktop(Stage stage, Texts texts, Consumer<String> browser) {
        this.stage = stage;
        this.texts = texts;
        this.browser = browser;
    }

    @Override
    public Optional<Path> chooseFolder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        return path(chooser.showDialog(stage));
    }

    @Override
    public Optional<Path> chooseRecipe(String title) {
        return path(recipes(title).showOpenDialog(stage));
    }

    @Override
    public Optional<Path> chooseTarget(String title, Path proposed) {
        return path(offering(recipes(title), proposed).showSaveDialog(stage));
    }

    @Override
    public Optional<Path> chooseReport(String title, Path proposed) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(texts.of("dialog.pages"), "*.html"));
        return path(offering(chooser, proposed).showSaveDialog(stage));
    }

    private static FileChooser offering(FileChooser chooser, Path proposed) {
        Path folder = proposed.toAbsolutePath().getParent();
        if (folder != null && Files.isDirectory(folder)) {
            chooser.setInitialDirectory(folder.toFile());
        }
        chooser.setInitialFileName(String.valueOf(proposed.getFileName()));
        return chooser;
    }

    @Override
    public void show(Path folder) {
        browser.accept(folder.toUri().toString());
    }

    @Override
    public void copy(String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }

    @Override
    public boolean isInFront() {
        return stage.isFocused();
    }

    @Override
    public void notify(String title, String text) {
        Notifications.create().owner(stage).title(title).text(text).hideAfter(NOTICE).show();
    }

    private FileChooser recipes(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(texts.of("dialog.recipes"), "*.millrace.json"));
        return chooser;
    }

    private static Optional<Path> path(@Nullable File file) {
        return Optional.ofNullable(file).map(File::toPath);
    }
}
