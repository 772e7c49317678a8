package dev.millrace.app.recipe;

import dev.millrace.app.background.Background;
import dev.millrace.app.background.Latest;
import dev.millrace.app.project.DraftStore;
import dev.millrace.app.project.Project;
import dev.millrace.app.project.ProjectViewModel;
import dev.millrace.app.project.UnsavedWork;
import dev.millrace.app.project.WholeFile;
import dev.millrace.engine.Engine;
import dev.millrace.engine.recipe.RecipeDocument;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;

/// Where the recipe is kept: its file, and what the program keeps of unsaved work in case it is stopped.
public final class RecipeFile {

    private final Background background;
    private final Latest keeping;
    private final DraftStore drafts;
    private final RecipeEditor editor;
    private final BiConsumer<Path, Throwable> failed;
    private final ReadOnlyObjectWrapper<@Nullable Project> project = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Path> path = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable UnsavedWork> found = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper();
    private @Nullable RecipeDocument saved;
    private long changes;
    private boolean edited;

    /// @param failed told of files that could not be written
    RecipeFile(Background background, DraftStore drafts, RecipeEditor editor, BiConsumer<Path, Throwable> failed) {
        this.background = background;
        this.keeping = background.latest();
        this.drafts = drafts;
        this.editor = editor;
        this.failed = failed;
    }

    /// What is open, null while nothing is.
    ReadOnlyObjectProperty<@Nullable Project> projectProperty() {
        return project.getReadOnlyProperty();
    }

    /// The recipe's file, null as long as it has none.
    public ReadOnlyObjectProperty<@Nullable Path> pathProperty() {
        return path.getReadOnlyProperty();
    }

    /// Whether the recipe differs from its file.
    public ReadOnlyBooleanProperty unsavedProperty() {
        return unsaved.getReadOnlyProperty();
    }

    /// Work that was never saved and is offered; null if there is none, or the person has decided.
    public ReadOnlyObjectProperty<@Nullable UnsavedWork> foundProperty() {
        return found.getReadOnlyProperty();
    }

    void open(@Nullable Project opened) {
        project.set(opened);
        path.set(opened == null ? null : opened.file());
        found.set(opened == null ? null : opened.unsaved());
        edited = false;
        saved = opened == null || opened.file() == null ? null : opened.document();
        unsaved.set(opened != null && saved == null);
    }

    /// The dataset of what is open was read once more; the recipe is edited for itself.
    void reread(Project again) {
        project.set(again);
    }

    /// What relative paths of the open recipe are relative to.
    Path folder() {
        return Optional.ofNullable(project.get()).map(open -> open.recipe().folder()).orElse(Path.of(""));
    }

    /// Keeps what was changed.
    void changed(RecipeDocument document) {
        Project open = project.get();
        if (open == null) {
            return;
        }
        unsaved.set(!document.equals(saved));
        edited |= !document.equals(open.document());
        if (!edited) {
            return; // just opened
        }
        long number = ++changes;
        Path opened = opened(open);
        RecipeDocument kept = forFile(opened, document);
        boolean isSaved = document.equals(saved);
        keeping.submit(
                quiet(() -> {
                    if (isSaved) {
                        drafts.drop(opened, number);
                    } else {
                        drafts.keep(opened, kept, number);
                    }
                }),
                _ -> {},
                failure -> failed.accept(opened, failure));
    }

    private Path opened(Project open) {
        Path file = path.get();
        return file == null ? open.opened() : file;
    }

    /// Where a recipe without a file would be saved.
    public Optional<Path> proposed() {
        return Optional.ofNullable(project.get())
                .map(open -> folder().resolve(open.recipe().name() + ProjectViewModel.RECIPE_ENDING));
    }

    /// Writes the recipe in the background, sound or not.
    ///
    /// @param then called when it is written
    public void saveTo(Path target, Runnable then) {
        Project open = project.get();
        if (open == null) {
            return;
        }
        RecipeDocument document = editor.document();
        RecipeDocument written = forFile(target, document);
        Path before = opened(open);
        long number = ++changes;
        background.run(
                quiet(() -> {
                    WholeFile.write(target, written.bytes());
                    drafts.drop(before, number);
                }),
                _ -> {
                    path.set(target);
                    saved = document;
                    unsaved.set(!editor.document().equals(document));
                    then.run();
                },
                failure -> failed.accept(target, failure));
    }

    /// Relative paths are relative to the recipe's folder: in another folder they have to be written in full.
    private RecipeDocument forFile(Path target, RecipeDocument document) {
        boolean stays = folder().toAbsolutePath().equals(target.toAbsolutePath().getParent());
        return stays ? document : document.resolved(folder(), Engine.STRATEGIES);
    }

    /// Goes on with the work that was found; what is saved is one step of undoing away.
    ///
    /// @param label what the step is called
    public void restore(String label) {
        UnsavedWork work = found.get();
        found.set(null);
        if (work != null) {
            editor.replace(work.document(), label);
        }
    }

    /// Leaves the work that was found; it is kept as the old one until there is newer work.
    public void leave() {
        Project open = project.get();
        found.set(null);
        if (open != null) {
            Path opened = opened(open);
            long number = ++changes;
            background.run(
                    quiet(() -> drafts.drop(opened, number)), _ -> {}, failure -> failed.accept(opened, failure));
        }
    }

    /// What does the same in a terminal; empty as long as the recipe has no file.
    public Optional<String> command() {
        boolean windows = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        return Optional.ofNullable(path.get()).map(file -> CommandLine.run(file, windows));
    }

    /// Work on files, without a result.
    @FunctionalInterface
    private interface FileWork {
        void run() throws Exception;
    }

    private static Callable<Boolean> quiet(FileWork work) {
        return () -> {
            work.run();
            return true;
        };
    }
}
