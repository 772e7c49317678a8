package dev.millrace.app.results;

import dev.millrace.app.background.Background;
import dev.millrace.app.background.Latest;
import dev.millrace.app.history.EndedRun;
import dev.millrace.app.history.HistoryViewModel;
import dev.millrace.app.problem.ProblemReport;
import dev.millrace.app.project.WholeFile;
import dev.millrace.app.run.Beginning;
import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.engine.Engine;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.problem.RecipeException;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.engine.recipe.RecipeDocument;
import dev.millrace.engine.recipe.RecipePlaces;
import dev.millrace.engine.results.HtmlReport;
import dev.millrace.engine.results.Results;
import dev.millrace.engine.results.RunRecord;
import dev.millrace.engine.run.Removal;
import dev.millrace.engine.run.RunEvent.Outcome;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;

/// The results of a run: those of the latest one, of one from the history, or of any folder.
public final class ResultsViewModel {

    private final Engine engine;
    private final Background background;
    private final Latest opening;
    private final HistoryViewModel history;
    private final Texts texts;
    private final Figures figures;
    private final ResultsWords words;
    private final VerificationViewModel verification;
    private final ComparedRowsViewModel rows;
    private final BooleanProperty historyShown = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<ResultsState> state = new ReadOnlyObjectWrapper<>(new ResultsState.Empty());
    private final ReadOnlyObjectWrapper<ResultsSummary> summary = new ReadOnlyObjectWrapper<>(ResultsSummary.NONE);
    private final ReadOnlyObjectWrapper<Verdict> verdict = new ReadOnlyObjectWrapper<>(Verdict.NONE);
    private final ReadOnlyObjectWrapper<@Nullable Question> question = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ProblemReport> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private @Nullable EndedRun latest;

    public ResultsViewModel(
            Engine engine, HistoryViewModel history, Background background, Texts texts, Figures figures) {
        this.engine = engine;
        this.background = background;
        this.opening = background.latest();
        this.history = history;
        this.texts = texts;
        this.figures = figures;
        this.words = new ResultsWords(texts, figures);
        this.verification = new VerificationViewModel(engine, background, texts);
        this.rows = new ComparedRowsViewModel(engine, background, texts);
        verification.foundProperty().subscribe(this::tell);
    }

    ReadOnlyObjectProperty<ResultsState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ResultsSummary> summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /// How the run came out whose results are shown.
    public ReadOnlyObjectProperty<Verdict> verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    /// What the person is asked; null if it is nothing.
    ReadOnlyObjectProperty<@Nullable Question> questionProperty() {
        return question.getReadOnlyProperty();
    }

    /// What could not be done; null if there is nothing.
    public ReadOnlyObjectProperty<@Nullable ProblemReport> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// What was done, in words; empty if there is nothing to tell.
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /// Whether the history is shown in place of results.
    public BooleanProperty historyShownProperty() {
        return historyShown;
    }

    public VerificationViewModel verification() {
        return verification;
    }

    public ComparedRowsViewModel rows() {
        return rows;
    }

    /// The folder of the results that are shown; empty if there is none.
    public Optional<Path> folder() {
        return switch (state.get()) {
            case ResultsState.Empty _ -> Optional.empty();
            case ResultsState.Loading(Path folder) -> Optional.of(folder);
            case ResultsState.InFolder(Results results) -> Optional.of(results.folder());
            case ResultsState.Remembered(RunRecord record, _) -> Optional.of(Path.of(record.output()));
            case ResultsState.Failed(Path folder, _) -> Optional.of(folder);
        };
    }

    /// Shows the results in a folder. A finished run joins the history if it is not known there.
    public void open(Path folder) {
        historyShown.set(false);
        load(
                folder,
                results -> {
                    if (results instanceof Results.None) {
                        throw new RecipeException(
                                new Problem(
                                        Place.of(folder), texts.of("results.none"), texts.of("results.none.remedy")));
                    }
                    return new ResultsState.InFolder(results);
                });
    }

    /// Shows a run of the history: its results if they are still there, else what is remembered.
    public void open(RunRecord record) {
        historyShown.set(false);
        load(Path.of(record.output()), results -> ofRun(record, results));
    }

    /// Remembers a run that has just ended, and shows it.
    public void ended(EndedRun run) {
        RunRecord record = run.record();
        latest = run;
        history.add(record);
        load(Path.of(record.output()), results -> ofRun(record, results));
    }

    private static ResultsState ofRun(RunRecord record, Results results) {
        boolean itself =
                switch (results) {
                    case Results.Finished finished -> finished.manifest().run().equals(record.id());
                    case Results.Unfinished _ -> record.outcome() != Outcome.DONE;
                    case Results.None _ -> false;
                };
        return itself ? new ResultsState.InFolder(results) : new ResultsState.Remembered(record, results);
    }

    /// Makes a state of what a folder holds; may refuse.
    @FunctionalInterface
    private interface Judgement {
        ResultsState of(Results results);
    }

    private void load(Path folder, Judgement judgement) {
        show(new ResultsState.Loading(folder));
        opening.submit(
                () -> judgement.of(engine.results(folder)),
                this::show,
                failure ->
                        show(
                                new ResultsState.Failed(
                                        folder,
                                        ProblemReport.of(
                                                texts.of("problem.open", folder.getFileName()),
                                                failure,
                                                texts.of("problem.remedy")))));
    }

    private void show(ResultsState now) {
        question.set(null);
        problem.set(null);
        notice.set("");
        Results.Finished finished = now.finished();
        rows.reset(finished);
        verification.reset();
        state.set(now);
        tell();
        if (finished != null) {
            history.addFound(finished);
        }
    }

    private void tell() {
        summary.set(words.summary(state.get(), verification.foundProperty().get(), latest));
        verdict.set(summary.get().verdict());
    }

    /// Reads every file again and compares it with the manifest.
    public void verify() {
        Results.Finished finished = state.get().finished();
        if (finished != null) {
            verification.start(finished.folder());
        }
    }

    /// Where a report would be written.
    public Optional<Path> proposedReport() {
        return folder().map(folder -> folder.resolveSibling(folder.getFileName() + "-report.html"));
    }

    /// Writes a page about the run.
    public void writeReport(Path target) {
        Results.Finished finished = state.get().finished();
        if (finished != null) {
            background.run(
                    () -> {
                        WholeFile.write(target, HtmlReport.of(finished).getBytes(StandardCharsets.UTF_8));
                        return target;
                    },
                    written -> notice.set(texts.of("results.report.written", written)),
                    failure -> fail("problem.save", target, failure));
        }
    }

    /// Whether what is shown is a run that can be gone on with.
    public boolean isResumable() {
        return state.get() instanceof ResultsState.InFolder(Results.Unfinished _);
    }

    /// Runs the recipe of these results again; asks first if that replaces them.
    ///
    /// @param starter starts a run
    public void runAgain(BiConsumer<Recipe, Beginning> starter) {
        switch (state.get()) {
            case ResultsState.InFolder(Results.Finished finished) ->
                    askToReplace(finished.folder(), () -> start(finished.recipe(), Beginning.REPLACING, starter));
            case ResultsState.InFolder(Results.Unfinished unfinished) ->
                    askToDiscard(unfinished.folder(), () -> start(unfinished.recipe(), Beginning.REPLACING, starter));
            case ResultsState.Remembered(RunRecord record, Results.None _) ->
                    start(record.recipeDocument(), Beginning.NEW, starter);
            case ResultsState.Remembered(RunRecord record, Results there) ->
                    askToReplace(there.folder(), () -> start(record.recipeDocument(), Beginning.REPLACING, starter));
            case ResultsState.InFolder(Results.None _),
                    ResultsState.Empty _,
                    ResultsState.Loading _,
                    ResultsState.Failed _ -> {}
        }
    }

    private void askToReplace(Path folder, Runnable action) {
        String text = texts.of("results.again.text", folder);
        question.set(new Question(texts.of("results.again.title"), text, texts.of("results.again"), false, action));
    }

    private void askToDiscard(Path folder, Runnable action) {
        String text = texts.of("results.anew.text", folder);
        question.set(new Question(texts.of("results.anew.title"), text, texts.of("results.anew"), true, action));
    }

    /// Runs only what an unfinished run has not done.
    public void resume(BiConsumer<Recipe, Beginning> starter) {
        if (state.get() instanceof ResultsState.InFolder(Results.Unfinished unfinished)) {
            start(unfinished.recipe(), Beginning.RESUMED, starter);
        }
    }

    private void start(RecipeDocument document, Beginning beginning, BiConsumer<Recipe, Beginning> starter) {
        background.run(
                () -> engine.draft(document, Path.of("").toAbsolutePath(), RecipePlaces.UNSAVED).recipe(),
                recipe -> starter.accept(recipe, beginning),
                failure -> fail("problem.again", Path.of(document.text("/name")), failure));
    }

    /// Asks whether to delete the results, and says what that would delete.
    public void askRemoval() {
        folder().ifPresent(folder ->
                background.run(
                        () -> Removal.of(folder),
                        removal ->
                                question.set(
                                        new Question(
                                                texts.of("results.remove.title"),
                                                removalText(removal),
                                                texts.of("results.remove.yes"),
                                                true,
                                                () -> remove(removal))),
                        failure -> fail("problem.remove", folder, failure)));
    }

    private String removalText(Removal removal) {
        String deleted =
                texts.of(
                        "results.remove.text",
                        removal.files().size(),
                        figures.bytes(removal.bytes()),
                        removal.output());
        int others = removal.others().size();
        return others == 0
                ? deleted
                : deleted + " " + texts.of("results.remove.others", others, removal.others().getFirst());
    }

    private void remove(Removal removal) {
        background.run(
                () -> {
                    removal.delete();
                    return Files.exists(removal.output());
                },
                _ -> {
                    show(new ResultsState.Empty());
                    notice.set(texts.of("results.removed", removal.output()));
                    history.look();
                },
                failure -> fail("problem.remove", removal.output(), failure));
    }

    /// Answers what is asked.
    public void answer(boolean yes) {
        Question asked = question.get();
        question.set(null);
        if (asked != null && yes) {
            asked.action().run();
        }
    }

    private void fail(String key, Path about, Throwable failure) {
        problem.set(ProblemReport.of(texts.of(key, about.getFileName()), failure, texts.of("problem.remedy")));
    }
}
