package dev.millrace.app.data;

import dev.millrace.app.background.Background;
import dev.millrace.app.background.Latest;
import dev.millrace.app.problem.ProblemReport;
import dev.millrace.app.project.Project;
import dev.millrace.app.project.ProjectState;
import dev.millrace.app.project.ProjectViewModel;
import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.engine.Engine;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.format.Preview;

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

import java.nio.file.Path;
import java.util.List;

/// The shards of the open dataset and the first rows of the chosen one.
public final class DataViewModel {

    /// Rows in the preview.
    public static final int PREVIEW_ROWS = 200;

    private final Engine engine;
    private final Texts texts;
    private final Figures figures;
    private final Latest previewing;
    private final ObservableList<Shard> shards = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Shard> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable Dataset> dataset = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Preview> preview = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ProblemReport> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper place = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper previewTitle = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper ignored = new ReadOnlyStringWrapper("");

    public DataViewModel(Engine engine, ProjectViewModel project, Background background, Texts texts, Figures figures) {
        this.engine = engine;
        this.texts = texts;
        this.figures = figures;
        this.previewing = background.latest();
        project.stateProperty().subscribe(this::show);
        selected.subscribe(this::showPreview);
    }

    public ObservableList<Shard> shards() {
        return FXCollections.unmodifiableObservableList(shards);
    }

    /// The shard whose rows are shown.
    public ObjectProperty<@Nullable Shard> selectedProperty() {
        return selected;
    }

    public ReadOnlyObjectProperty<@Nullable Dataset> datasetProperty() {
        return dataset.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Preview> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable ProblemReport> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// Where the dataset is.
    public ReadOnlyStringProperty placeProperty() {
        return place.getReadOnlyProperty();
    }

    /// Which rows are shown, in words.
    public ReadOnlyStringProperty previewTitleProperty() {
        return previewTitle.getReadOnlyProperty();
    }

    /// What else lies in the folder, in words; empty when nothing does.
    public ReadOnlyStringProperty ignoredProperty() {
        return ignored.getReadOnlyProperty();
    }

    public String shardCount() {
        return dataset.get() == null ? "" : figures.count(dataset.get().shards().size());
    }

    public String columnCount() {
        return dataset.get() == null ? "" : figures.count(dataset.get().schema().size());
    }

    public String size() {
        return dataset.get() == null ? "" : figures.bytes(dataset.get().bytes());
    }

    private void show(ProjectState state) {
        busy.set(state instanceof ProjectState.Opening);
        problem.set(state instanceof ProjectState.Failed(_, ProblemReport report) ? report : null);
        switch (state) {
            case ProjectState.Open(Project project) -> show(project.dataset());
            case ProjectState.Opening(Path path) -> clear(path.toString());
            case ProjectState.Failed(Path path, _) -> clear(path.toString());
            case ProjectState.None() -> clear("");
        }
    }

    private void show(Dataset opened) {
        dataset.set(opened);
        place.set(opened.root().toString());
        ignored.set(opened.ignored().isEmpty() ? "" : texts.of("data.ignored", opened.ignored().size(), names(opened)));
        shards.setAll(opened.shards());
        selected.set(opened.shards().getFirst());
    }

    private static String names(Dataset opened) {
        List<String> names = opened.ignored().stream().map(path -> String.valueOf(path.getFileName())).toList();
        return String.join(", ", names);
    }

    private void clear(String where) {
        selected.set(null);
        shards.clear();
        dataset.set(null);
        place.set(where);
        ignored.set("");
    }

    private void showPreview(@Nullable Shard shard) {
        Dataset opened = dataset.get();
        previewing.forget();
        if (shard == null || opened == null) {
            preview.set(null);
            previewTitle.set("");
            return;
        }
        previewTitle.set(texts.of("data.preview.loading", shard));
        previewing.submit(
                () -> engine.preview(opened, shard, PREVIEW_ROWS), this::show, failure -> fail(shard, failure));
    }

    private void show(Preview loaded) {
        problem.set(null);
        preview.set(loaded);
        previewTitle.set(texts.of("data.preview.title", loaded.rows().size(), loaded.shard()));
    }

    private void fail(Shard shard, Throwable failure) {
        preview.set(null);
        previewTitle.set("");
        problem.set(ProblemReport.of(texts.of("problem.preview", shard), failure, texts.of("problem.remedy")));
    }
}
