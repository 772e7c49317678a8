package dev.millrace.app.results;

import dev.millrace.app.background.Background;
import dev.millrace.app.background.Latest;
import dev.millrace.app.problem.ProblemReport;
import dev.millrace.app.text.Texts;
import dev.millrace.engine.Engine;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.results.BeforeAndAfter;
import dev.millrace.engine.results.ComparedRow;
import dev.millrace.engine.results.Results;
import dev.millrace.engine.results.ShardComparison;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/// Rows of a shard beside what became of them. Reads nothing before it is shown.
public final class ComparedRowsViewModel {

    static final int PAGE = 200;
    static final int MOST = 20_000;

    private final Engine engine;
    private final Latest opening;
    private final Latest reading;
    private final Texts texts;
    private final ObservableList<Shard> shards = FXCollections.observableArrayList();
    private final ObservableList<Shard> seenShards = FXCollections.unmodifiableObservableList(shards);
    private final ObjectProperty<@Nullable Shard> shard = new SimpleObjectProperty<>();
    private final ObservableList<ComparedRow> rows = FXCollections.observableArrayList();
    private final ObservableList<ComparedRow> seenRows = FXCollections.unmodifiableObservableList(rows);
    private final ReadOnlyObjectWrapper<List<String>> columns = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Set<Integer>> changed = new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable ProblemReport> problem = new ReadOnlyObjectWrapper<>();
    private Results.@Nullable Finished waiting;
    private @Nullable ShardComparison comparison;
    private @Nullable BeforeAndAfter source;
    private long changedCells;

    ComparedRowsViewModel(Engine engine, Background background, Texts texts) {
        this.engine = engine;
        this.opening = background.latest();
        this.reading = background.latest();
        this.texts = texts;
        shard.subscribe(this::begin);
    }

    /// Those that can be compared.
    public ObservableList<Shard> shards() {
        return seenShards;
    }

    /// The one that is shown.
    public ObjectProperty<@Nullable Shard> shardProperty() {
        return shard;
    }

    public ObservableList<ComparedRow> rows() {
        return seenRows;
    }

    public ReadOnlyObjectProperty<List<String>> columnsProperty() {
        return columns.getReadOnlyProperty();
    }

    /// Positions of the columns in which a row was changed so far.
    public ReadOnlyObjectProperty<Set<Integer>> changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /// How much was changed, in words.
    public ReadOnlyStringProperty toldProperty() {
        return told.getReadOnlyProperty();
    }

    /// Whether there are more rows to read.
    public ReadOnlyBooleanProperty moreProperty() {
        return more.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// Why rows cannot be compared, null if they can.
    public ReadOnlyObjectProperty<@Nullable ProblemReport> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Other results are shown.
    void reset(Results.@Nullable Finished results) {
        opening.forget();
        waiting = results;
        comparison = null;
        shard.set(null);
        shards.clear();
        clear();
    }

    /// Opens the input, unless that is done.
    public void show() {
        Results.Finished results = waiting;
        waiting = null;
        if (results != null) {
            busy.set(true);
            opening.submit(() -> engine.comparison(results), this::opened, this::fail);
        }
    }

    private void opened(ShardComparison found) {
        busy.set(false);
        comparison = found;
        shards.setAll(found.shards());
        shard.set(shards.getFirst());
    }

    private void begin(@Nullable Shard chosen) {
        clear();
        ShardComparison from = comparison;
        if (chosen != null && from != null) {
            busy.set(true);
            reading.submit(
                    () -> {
                        BeforeAndAfter opened = from.of(chosen);
                        return new Page(opened, opened.next(PAGE));
                    },
                    this::add,
                    this::fail);
        }
    }

    private void clear() {
        reading.forget();
        rows.clear();
        source = null;
        changedCells = 0;
        changed.set(Set.of());
        columns.set(List.of());
        told.set("");
        more.set(false);
        busy.set(false);
        problem.set(null);
    }

    private record Page(BeforeAndAfter source, List<ComparedRow> rows) {}

    /// Reads the next rows.
    public void readMore() {
        BeforeAndAfter from = source;
        if (from != null && more.get() && !busy.get()) {
            busy.set(true);
            reading.submit(() -> new Page(from, from.next(PAGE)), this::add, this::fail);
        }
    }

    private void add(Page page) {
        busy.set(false);
        source = page.source();
        Set<Integer> positions = new TreeSet<>(changed.get());
        int width = page.source().columns().size();
        for (ComparedRow row : page.rows()) {
            for (int column = 0; column < width; column++) {
                if (row.isChanged(column)) {
                    positions.add(column);
                    changedCells++;
                }
            }
        }
        changed.set(positions);
        rows.addAll(page.rows());
        more.set(page.rows().size() == PAGE && rows.size() < MOST);
        if (!Objects.equals(columns.get(), page.source().columns())) {
            columns.set(page.source().columns());
        }
        long left = rows.stream().filter(row -> !row.isWritten()).count();
        told.set(
                page.source().tellsRowsApart()
                        ? texts.of("results.rows.told", rows.size(), changedCells, positions.size(), left)
                        : texts.of("results.rows.alike"));
    }

    private void fail(Throwable failure) {
        busy.set(false);
        more.set(false);
        problem.set(ProblemReport.of(texts.of("problem.compare"), failure, texts.of("problem.remedy")));
    }
}
