package dev.millrace.app.recipe;

import dev.millrace.app.background.Background;
import dev.millrace.app.background.Latest;
import dev.millrace.app.problem.ProblemReport;
import dev.millrace.app.project.Project;
import dev.millrace.app.project.ProjectState;
import dev.millrace.app.project.ProjectViewModel;
import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.engine.Engine;
import dev.millrace.engine.plan.Plan;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.engine.recipe.RecipePlaces;
import dev.millrace.engine.recipe.StrategyEntry;
import dev.millrace.engine.strategy.risk.RiskTableSettings;

import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The recipe that is being edited: its form, whether it can run and why not, and what it will do.
public final class RecipeViewModel {

    private final Engine engine;
    private final Background background;
    private final Latest planning;
    private final Texts texts;
    private final RiskTableForm form;
    private final RunForm runForm;
    private final PlanWords words;
    private final ReadOnlyObjectWrapper<@Nullable Project> project = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Path> file = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ProblemReport> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<PlanSummary> summary = new ReadOnlyObjectWrapper<>(PlanSummary.NONE);
    private final ReadOnlyBooleanWrapper runnable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper whyNot = new ReadOnlyStringWrapper("");
    private @Nullable Recipe saved;
    private boolean filling;

    public RecipeViewModel(
            Engine engine, ProjectViewModel project, Background background, Texts texts, Figures figures) {
        this.engine = engine;
        this.background = background;
        this.planning = background.latest();
        this.texts = texts;
        this.form = new RiskTableForm(texts, figures);
        this.runForm = new RunForm(texts, figures);
        this.words = new PlanWords(texts, figures);
        whyNot.set(texts.of("recipe.mistake.nothingOpen"));
        for (Observable[] inputs : List.of(form.inputs(), runForm.inputs())) {
            for (Observable input : inputs) {
                input.addListener(_ -> changed());
            }
        }
        project.stateProperty().subscribe(this::show);
    }

    public RiskTableForm form() {
        return form;
    }

    public RunForm runForm() {
        return runForm;
    }

    /// What is open, null while nothing is.
    public ReadOnlyObjectProperty<@Nullable Project> projectProperty() {
        return project.getReadOnlyProperty();
    }

    /// The recipe's file, null as long as it has none.
    public ReadOnlyObjectProperty<@Nullable Path> fileProperty() {
        return file.getReadOnlyProperty();
    }

    /// Why the recipe does not fit its dataset, or could not be saved; null while all is well.
    public ReadOnlyObjectProperty<@Nullable ProblemReport> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// What a run will do, in words.
    public ReadOnlyObjectProperty<PlanSummary> summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty runnableProperty() {
        return runnable.getReadOnlyProperty();
    }

    /// Whether the form differs from the recipe's file.
    public ReadOnlyBooleanProperty unsavedProperty() {
        return unsaved.getReadOnlyProperty();
    }

    /// Why it cannot run, in a sentence; empty if it can.
    public ReadOnlyStringProperty whyNotProperty() {
        return whyNot.getReadOnlyProperty();
    }

    /// The recipe as the form describes it; empty while the form has mistakes.
    public Optional<Recipe> recipe() {
        Project open = project.get();
        return open == null || !mistakes().isEmpty() ? Optional.empty() : Optional.of(recipe(open));
    }

    /// Where a recipe without a file would be saved.
    public Optional<Path> proposedFile() {
        return Optional.ofNullable(project.get())
                .map(open -> open.recipe().folder().resolve(open.recipe().name() + ProjectViewModel.RECIPE_ENDING));
    }

    /// Writes the recipe in the background, if the form is sound.
    ///
    /// @param then called when it is written
    public void saveTo(Path target, Runnable then) {
        recipe().ifPresent(edited -> {
            Recipe written = movedTo(target, edited);
            background.run(
                    () -> Files.write(target, written.document()),
                    _ -> {
                        file.set(target);
                        saved = edited;
                        unsaved.set(!recipe().equals(Optional.of(edited)));
                        then.run();
                    },
                    failure -> problem.set(report("problem.save", target, failure)));
        });
    }

    /// What does the same in a terminal; empty as long as the recipe has no file.
    public Optional<String> command() {
        return Optional.ofNullable(file.get()).map(path -> texts.of("recipe.command", quoted(path)));
    }

    private static String quoted(Path path) {
        String text = path.toAbsolutePath().toString();
        return text.indexOf(' ') < 0 ? text : '"' + text + '"';
    }

    /// Relative paths are relative to the recipe's folder: in another folder they have to be written in full.
    private static Recipe movedTo(Path target, Recipe recipe) {
        boolean stays = recipe.folder().toAbsolutePath().equals(target.toAbsolutePath().getParent());
        return stays ? recipe : recipe.resolved();
    }

    private Recipe recipe(Project open) {
        Recipe before = open.recipe();
        return new Recipe(
                RecipePlaces.UNSAVED,
                before.folder(),
                before.name(),
                form.dataset(before.dataset()),
                before.job(),
                before.strategies().stream().map(this::edited).toList(),
                before.artifacts(),
                runForm.output(before.output()),
                runForm.settings(before.run()));
    }

    /// Strategies that have no form here stay as they are.
    private StrategyEntry edited(StrategyEntry entry) {
        return entry.settings() instanceof RiskTableSettings ? new StrategyEntry(entry.type(), form.settings()) : entry;
    }

    private static Optional<RiskTableSettings> riskTable(Recipe recipe) {
        return recipe.strategies().stream()
                .map(StrategyEntry::settings)
                .filter(RiskTableSettings.class::isInstance)
                .map(RiskTableSettings.class::cast)
                .findFirst();
    }

    private List<String> mistakes() {
        Project open = project.get();
        if (open != null && riskTable(open.recipe()).isEmpty()) {
            return List.of(texts.of("recipe.mistake.noForm"));
        }
        List<String> mistakes = new ArrayList<>(form.mistakes());
        mistakes.addAll(runForm.mistakes());
        return mistakes;
    }

    private void show(ProjectState state) {
        Project open = state instanceof ProjectState.Open(Project opened) ? opened : null;
        project.set(open);
        if (open != null) {
            filling = true;
            Recipe recipe = open.recipe();
            riskTable(recipe).ifPresent(settings -> form.set(open.dataset().schema(), recipe.dataset(), settings));
            runForm.set(recipe);
            file.set(open.file());
            filling = false;
            saved = open.file() == null ? null : recipe(open);
        }
        changed();
    }

    private void changed() {
        if (filling) {
            return;
        }
        Project open = project.get();
        planning.forget();
        problem.set(null);
        if (open == null) {
            refuse(texts.of("recipe.mistake.nothingOpen"));
            return;
        }
        List<String> mistakes = mistakes();
        Recipe edited = recipe(open);
        unsaved.set(!edited.equals(saved));
        if (!mistakes.isEmpty()) {
            refuse(mistakes.getFirst());
            return;
        }
        whyNot.set("");
        runnable.set(true);
        planning.submit(() -> engine.plan(edited), this::planned, this::misfits);
    }

    private void refuse(String sentence) {
        whyNot.set(sentence);
        runnable.set(false);
        summary.set(PlanSummary.NONE);
    }

    private void planned(Plan plan) {
        summary.set(words.summary(plan));
    }

    private void misfits(Throwable failure) {
        ProblemReport report = report("problem.plan", "", failure);
        refuse(report.problems().getFirst().finding());
        problem.set(report);
    }

    private ProblemReport report(String title, Object value, Throwable failure) {
        return ProblemReport.of(texts.of(title, value), failure, texts.of("problem.remedy"));
    }
}
