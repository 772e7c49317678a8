package dev.millrace.app.recipe;

import dev.millrace.app.background.Background;
import dev.millrace.app.background.Latest;
import dev.millrace.app.problem.ProblemReport;
import dev.millrace.app.project.DraftStore;
import dev.millrace.app.project.Project;
import dev.millrace.app.project.ProjectState;
import dev.millrace.app.project.ProjectViewModel;
import dev.millrace.app.run.MeasuredRates;
import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.engine.Engine;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.engine.recipe.RecipeDocument;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The recipe that is open: whether it can run and why not, and what it will do. What a person does to it is the
/// [RecipeEditor]'s, where it is kept the [RecipeFile]'s.
public final class RecipeViewModel {

    private final Background background;
    private final Latest checking;
    private final RecipeChecker checker;
    private final RecipeEditor editor;
    private final RecipeFile file;
    private final SampleViewModel sampling;
    private final Texts texts;
    private final CardWords cards;
    private final PlanWords words;
    private final ReadOnlyObjectWrapper<@Nullable RecipeReview> review = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ProblemReport> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<PlanSummary> summary = new ReadOnlyObjectWrapper<>(PlanSummary.NONE);
    private final ReadOnlyBooleanWrapper runnable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper whyNot = new ReadOnlyStringWrapper("");
    private int shownProblem;
    private boolean opening;

    public RecipeViewModel(
            Engine engine,
            ProjectViewModel project,
            Background background,
            DraftStore drafts,
            MeasuredRates rates,
            Texts texts,
            Figures figures) {
        this.background = background;
        this.checking = background.latest();
        this.checker = new RecipeChecker(engine);
        this.texts = texts;
        this.cards = new CardWords(texts);
        this.words = new PlanWords(rates, texts, figures);
        this.editor = new RecipeEditor(texts);
        this.sampling = new SampleViewModel(engine, background);
        this.file =
                new RecipeFile(
                        background,
                        drafts,
                        editor,
                        (path, failure) -> problem.set(report(texts.of("problem.save", path), failure)));
        whyNot.set(texts.of("recipe.mistake.nothingOpen"));
        project.stateProperty().subscribe(this::show);
        editor.history().stateProperty().subscribe(_ -> changed());
        editor.selectedProperty()
                .subscribe(_ -> {
                    RecipeReview known = review.get();
                    if (known != null && known.document().equals(editor.document())) {
                        sampling.show(editor, known);
                    }
                });
        rates.revisionProperty().subscribe(_ -> summarise(review.get()));
    }

    public RecipeEditor editor() {
        return editor;
    }

    /// What the chosen strategy makes of the first rows.
    public SampleViewModel sampling() {
        return sampling;
    }

    public RecipeFile file() {
        return file;
    }

    /// What is open, null while nothing is.
    public ReadOnlyObjectProperty<@Nullable Project> projectProperty() {
        return file.projectProperty();
    }

    /// What could not be written, or went wrong unforeseen; null while all is well.
    public ReadOnlyObjectProperty<@Nullable ProblemReport> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// What is known of the recipe, maybe of an earlier state of it; null while nothing is.
    public ReadOnlyObjectProperty<@Nullable RecipeReview> reviewProperty() {
        return review.getReadOnlyProperty();
    }

    /// What a run will do, in words.
    public ReadOnlyObjectProperty<PlanSummary> summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty runnableProperty() {
        return runnable.getReadOnlyProperty();
    }

    /// Whether it can run, and nothing waits for the person to decide.
    public boolean isReady() {
        return runnable.get() && file.foundProperty().get() == null;
    }

    /// Why it cannot run: which card, which field, what; empty if it can.
    public ReadOnlyStringProperty whyNotProperty() {
        return whyNot.getReadOnlyProperty();
    }

    /// The recipe as it is now; empty while it cannot run, or has not been looked at since its last change.
    public Optional<Recipe> recipe() {
        return Optional.ofNullable(review.get())
                .filter(found -> found.document().equals(editor.document()))
                .flatMap(RecipeReview::recipe);
    }

    /// Gives the recipe as it is now, looked at without waiting for the person to stop typing.
    ///
    /// @param sound takes the recipe if it can run
    /// @param unsound called if it cannot
    public void whenChecked(Consumer<Recipe> sound, Runnable unsound) {
        if (file.projectProperty().get() == null) {
            unsound.run();
            return;
        }
        checking.forget();
        RecipeDocument document = editor.document();
        Path folder = file.folder();
        background.run(
                () -> checker.review(document, folder),
                found -> {
                    reviewed(found);
                    recipe().ifPresentOrElse(sound, unsound);
                },
                this::broken);
    }

    /// Shows the field of the next problem, or of the one before.
    public void showProblem(int step) {
        List<Problem> problems = review.get() == null ? List.of() : review.get().problems();
        if (!problems.isEmpty()) {
            shownProblem = Math.floorMod(shownProblem + step, problems.size());
            editor.show(problems.get(shownProblem));
        }
    }

    private void show(ProjectState state) {
        if (state instanceof ProjectState.Open(Project reread, boolean again) && again) {
            file.reread(reread);
            Object dataset = reread.document().value("/dataset").orElseThrow();
            editor.replace(editor.document().with("/dataset", dataset), texts.of("recipe.edit.dataset"));
            return;
        }
        Project open = state instanceof ProjectState.Open(Project opened, _) ? opened : null;
        opening = true;
        review.set(null);
        file.open(open);
        if (open != null) {
            editor.begin(open.document(), DatasetSample.NONE);
        }
        opening = false;
        changed();
    }

    private void changed() {
        if (opening) {
            return;
        }
        checking.forget();
        problem.set(null);
        if (file.projectProperty().get() == null) {
            refuse(texts.of("recipe.mistake.nothingOpen"));
            return;
        }
        RecipeDocument document = editor.document();
        Path folder = file.folder();
        file.changed(document);
        checking.submit(() -> checker.review(document, folder), this::reviewed, this::broken);
    }

    private void reviewed(RecipeReview found) {
        shownProblem = -1;
        review.set(found);
        editor.reviewed(found);
        sampling.show(editor, found);
        if (found.plan() != null) {
            whyNot.set("");
            summarise(found);
            runnable.set(true);
        } else {
            refuse(why(found));
        }
    }

    private void summarise(@Nullable RecipeReview known) {
        if (known != null && known.plan() != null && known.estimate() != null) {
            summary.set(words.summary(known.plan(), known.estimate(), known.sample()));
        }
    }

    private String why(RecipeReview found) {
        String first = cards.sentence(found.document(), found.problems().getFirst());
        int more = found.problems().size() - 1;
        return more == 0 ? first : texts.of("recipe.mistake.more", first, more);
    }

    private void refuse(String sentence) {
        whyNot.set(sentence);
        sampling.clear();
        runnable.set(false);
        summary.set(PlanSummary.NONE);
    }

    private void broken(Throwable failure) {
        ProblemReport report = report(texts.of("problem.plan"), failure);
        refuse(report.problems().getFirst().finding());
        problem.set(report);
    }

    private ProblemReport report(String title, Throwable failure) {
        return ProblemReport.of(title, failure, texts.of("problem.remedy"));
    }
}
