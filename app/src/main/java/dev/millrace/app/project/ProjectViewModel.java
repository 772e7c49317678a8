package dev.millrace.app.project;

import dev.millrace.app.background.Background;
import dev.millrace.app.background.Latest;
import dev.millrace.app.problem.ProblemReport;
import dev.millrace.app.text.Texts;
import dev.millrace.engine.Engine;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.problem.RecipeException;
import dev.millrace.engine.recipe.DatasetSettings;
import dev.millrace.engine.recipe.Job;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.engine.recipe.RecipeDocument;
import dev.millrace.engine.recipe.RecipeDraft;
import dev.millrace.engine.recipe.RunSettings;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Opens datasets and recipes. Reads no row: shards and columns only.
public final class ProjectViewModel {

    /// How recipe files end.
    public static final String RECIPE_ENDING = ".millrace.json";

    private final Engine engine;
    private final Latest opening;
    private final Texts texts;
    private final DraftStore drafts;
    private final Supplier<RunSettings> usualRun;
    private final ReadOnlyObjectWrapper<ProjectState> state = new ReadOnlyObjectWrapper<>(new ProjectState.None());

    /// @param drafts knows of work that was never saved
    /// @param usualRun how a new recipe is run; asked on the screen's thread
    public ProjectViewModel(
            Engine engine, Background background, Texts texts, DraftStore drafts, Supplier<RunSettings> usualRun) {
        this.usualRun = usualRun;
        this.engine = engine;
        this.opening = background.latest();
        this.texts = texts;
        this.drafts = drafts;
    }

    public ReadOnlyObjectProperty<ProjectState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// What is open, empty while there is nothing.
    public Optional<Project> project() {
        return state.get() instanceof ProjectState.Open(Project project, _) ? Optional.of(project) : Optional.empty();
    }

    /// Opens a folder of shards, one shard (its folder is meant), or a recipe file.
    public void open(Path path) {
        open(path, () -> path);
    }

    /// Opens what is yet to be made ready, such as the sample.
    ///
    /// @param path what is shown meanwhile
    /// @param prepare gives what is opened; runs in the background
    public void open(Path path, Callable<Path> prepare) {
        state.set(new ProjectState.Opening(path));
        RunSettings running = usualRun.get();
        opening.submit(
                () -> read(prepare.call(), running),
                project -> state.set(new ProjectState.Open(project, false)),
                failure ->
                        state.set(
                                new ProjectState.Failed(
                                        path,
                                        ProblemReport.of(
                                                texts.of("problem.open", path.getFileName()),
                                                failure,
                                                texts.of("problem.remedy")))));
    }

    /// Reads the open dataset once more, as other settings say. What is open stays until that is done, and for good if
    /// it cannot be read so.
    ///
    /// @param refused told why not
    public void reread(DatasetSettings settings, Consumer<Throwable> refused) {
        project()
                .ifPresent(project ->
                        opening.submit(
                                () -> {
                                    Recipe recipe = with(project.recipe(), settings);
                                    RecipeDocument document = project.document().with("/dataset", settings);
                                    return new Project(
                                            project.opened(),
                                            project.file(),
                                            document,
                                            recipe,
                                            engine.openDataset(recipe),
                                            null);
                                },
                                changed -> state.set(new ProjectState.Open(changed, true)),
                                refused));
    }

    private static Recipe with(Recipe recipe, DatasetSettings settings) {
        return new Recipe(
                recipe.places(),
                recipe.folder(),
                recipe.name(),
                settings,
                recipe.job(),
                recipe.strategies(),
                recipe.artifacts(),
                recipe.output(),
                recipe.run());
    }

    private Project read(Path path, RunSettings running) throws IOException {
        if (path.toString().endsWith(RECIPE_ENDING)) {
            return readRecipe(path);
        }
        Path folder = Files.isRegularFile(path) ? path.toAbsolutePath().getParent() : path;
        Path root = folder == null ? path : folder;
        Dataset dataset = engine.openDataset(root, Job.TRAINING);
        Recipe recipe = DraftRecipe.of(dataset, running);
        RecipeDocument document = RecipeDocument.of(recipe);
        return new Project(root, null, document, recipe, dataset, drafts.find(root, null, document).orElse(null));
    }

    /// A recipe with mistakes is opened as far as it goes, so that they can be mended.
    private Project readRecipe(Path file) throws IOException {
        RecipeDraft draft = engine.draft(file);
        RecipeDocument document = RecipeDocument.parse(Files.readAllBytes(file), file.toString());
        Recipe recipe = draft.sound().orElseThrow(() -> new RecipeException(draft.problems()));
        Dataset dataset = engine.openDataset(recipe);
        return new Project(file, file, document, recipe, dataset, drafts.find(file, file, document).orElse(null));
    }
}
