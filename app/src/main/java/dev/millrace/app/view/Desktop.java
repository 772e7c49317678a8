package dev.millrace.app.view;

import java.nio.file.Path;
import java.util.Optional;

/// What the workbench asks of the desktop it runs on.
public interface Desktop {

    Optional<Path> chooseFolder(String title);

    Optional<Path> chooseRecipe(String title);

    /// Where to save a recipe.
    ///
    /// @param proposed the file that is offered
    Optional<Path> chooseTarget(String title, Path proposed);

    /// Where to write a page.
    ///
    /// @param proposed the file that is offered
    Optional<Path> chooseReport(String title, Path proposed);

    /// Shows a folder in the system's file browser.
    void show(Path folder);

    /// Puts a text on the clipboard.
    void copy(String text);

    /// Whether the window is in front, so that a person who looks at the screen sees it.
    boolean isInFront();

    /// Tells something without taking the focus.
    void notify(String title, String text);
}
