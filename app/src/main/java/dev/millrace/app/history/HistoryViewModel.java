package dev.millrace.app.history;

import dev.millrace.app.background.Background;
import dev.millrace.app.background.Latest;
import dev.millrace.app.problem.ProblemReport;
import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.engine.results.Results;
import dev.millrace.engine.results.RunRecord;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;

/// Every run of this machine, and two of them side by side.
public final class HistoryViewModel {

    private final HistoryStore store;
    private final Background background;
    private final Latest comparing;
    private final Latest looking;
    private final ComparisonWork work;
    private final Texts texts;
    private final ObservableList<PastRun> runs = FXCollections.observableArrayList();
    private final ObservableList<PastRun> seenRuns = FXCollections.unmodifiableObservableList(runs);
    private final ReadOnlyObjectWrapper<@Nullable RunComparison> comparison = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ProblemReport> problem = new ReadOnlyObjectWrapper<>();

    public HistoryViewModel(HistoryStore store, Background background, Texts texts, Figures figures) {
        this.store = store;
        this.background = background;
        this.comparing = background.latest();
        this.looking = background.latest();
        this.work = new ComparisonWork(store, texts, figures);
        this.texts = texts;
        look();
    }

    /// Newest first.
    public ObservableList<PastRun> runs() {
        return seenRuns;
    }

    /// The two that are compared; null while fewer or more are chosen.
    public ReadOnlyObjectProperty<@Nullable RunComparison> comparisonProperty() {
        return comparison.getReadOnlyProperty();
    }

    /// Why the history cannot be read or written, null if it can.
    public ReadOnlyObjectProperty<@Nullable ProblemReport> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Looks again which runs there are, and what there is of them.
    public void look() {
        looking.submit(() -> PastRun.of(store.runs()), runs::setAll, this::fail);
    }

    /// Remembers a run that has ended.
    public void add(RunRecord run) {
        change(() -> store.add(run));
    }

    /// Remembers a finished run that somebody else started, if it is not known.
    public void addFound(Results.Finished results) {
        RunRecord record = RunRecord.of(results);
        if (runs.stream().noneMatch(run -> run.record().id().equals(record.id()))) {
            add(record);
        }
    }

    /// Forgets runs; their results stay.
    public void remove(List<PastRun> forgotten) {
        List<PastRun> all = List.copyOf(forgotten);
        change(() -> {
            for (PastRun run : all) {
                store.remove(run.record());
            }
        });
    }

    /// Compares the chosen runs if they are two.
    public void choose(List<PastRun> chosen) {
        comparing.forget();
        if (chosen.size() != 2) {
            comparison.set(null);
            return;
        }
        PastRun one = chosen.getFirst();
        PastRun other = chosen.getLast();
        comparing.submit(() -> work.compare(one, other), comparison::set, this::fail);
    }

    /// A change of the store.
    @FunctionalInterface
    private interface Change {
        void make() throws IOException;
    }

    private void change(Change change) {
        Callable<List<PastRun>> changed =
                () -> {
                    change.make();
                    return PastRun.of(store.runs());
                };
        background.run(changed, runs::setAll, this::fail);
    }

    private void fail(Throwable failure) {
        problem.set(ProblemReport.of(texts.of("problem.history"), failure, texts.of("problem.remedy")));
    }
}
