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
import dev.millrace.engine.dataset.DatasetOptions;
import dev.millrace.engine.dataset.MissingTokens;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.format.DatasetSurvey;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.profile.ShardScan;
import dev.millrace.engine.recipe.Job;
import dev.millrace.engine.recipe.Recipe;

import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The shards of what is open, each with its state, and which of them is looked into. Shards of a folder that cannot be
/// opened as a dataset are shown all the same.
public final class DataViewModel {

    private final Engine engine;
    private final Background background;
    private final Texts texts;
    private final Figures figures;
    private final Latest surveying;
    private final RowsViewModel rows;
    private final ProfileViewModel profile;
    private final DialectViewModel dialect;
    private final ShardLines shards = new ShardLines();
    private final ObjectProperty<@Nullable Shard> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable Dataset> dataset = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ProblemReport> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ShardEntry> broken = new ReadOnlyObjectWrapper<>();
    private final LongProperty wantedLine = new SimpleLongProperty();
    private final ObjectProperty<@Nullable String> wantedColumn = new SimpleObjectProperty<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper place = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper ignored = new ReadOnlyStringWrapper("");
    private @Nullable DatasetSurvey survey; // of a folder that is no dataset

    public DataViewModel(Engine engine, ProjectViewModel project, Background background, Texts texts, Figures figures) {
        this.engine = engine;
        this.background = background;
        this.texts = texts;
        this.figures = figures;
        this.surveying = background.latest();
        this.rows = new RowsViewModel(background, texts);
        this.profile = new ProfileViewModel(engine, background, texts, this::scanned);
        this.dialect = new DialectViewModel(project, texts);
        selected.subscribe(this::look);
        project.stateProperty().subscribe(this::show);
    }

    public ObservableList<ShardLine> shards() {
        return shards.all();
    }

    /// The shard that is looked into.
    public ObjectProperty<@Nullable Shard> selectedProperty() {
        return selected;
    }

    public ReadOnlyObjectProperty<@Nullable Dataset> datasetProperty() {
        return dataset.getReadOnlyProperty();
    }

    /// Why what was opened is no dataset; null if it is one.
    public ReadOnlyObjectProperty<@Nullable ProblemReport> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// The chosen shard if something is wrong with it; else null.
    public ReadOnlyObjectProperty<@Nullable ShardEntry> brokenProperty() {
        return broken.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// Where the dataset is.
    public ReadOnlyStringProperty placeProperty() {
        return place.getReadOnlyProperty();
    }

    /// What else lies in the folder, in words; empty when nothing does.
    public ReadOnlyStringProperty ignoredProperty() {
        return ignored.getReadOnlyProperty();
    }

    /// The rows of the chosen shard.
    public RowsViewModel rows() {
        return rows;
    }

    /// What is in the columns.
    public ProfileViewModel profile() {
        return profile;
    }

    /// How the text is read.
    public DialectViewModel dialect() {
        return dialect;
    }

    public String shardCount() {
        return shards().isEmpty() ? "" : figures.count(shards().size());
    }

    public String columnCount() {
        return dataset.get() == null ? "–" : figures.count(dataset.get().schema().size());
    }

    public String size() {
        return shards().isEmpty() ? "" : figures.bytes(shards().stream().mapToLong(line -> line.shard().bytes()).sum());
    }

    /// How many shards something is wrong with.
    public ReadOnlyIntegerProperty attentionProperty() {
        return shards.attentionProperty();
    }

    /// Looks into the next shard that something is wrong with, after the last one into the first.
    void nextProblem() {
        shards.nextProblem(selected.get()).ifPresent(selected::set);
    }

    /// Shows the row that a problem is about, if it is one of a shard of what is open.
    ///
    /// @return whether it is
    public boolean openThere(Place of) {
        Optional<Shard> shard = shards.at(of);
        shard.ifPresent(there -> {
            selected.set(there);
            wantedLine.set(of.line());
        });
        return shard.isPresent();
    }

    /// The line of the chosen shard that is to be shown; 0 for none. Whoever shows it sets it back.
    LongProperty wantedLineProperty() {
        return wantedLine;
    }

    /// The name of the column that is to be shown, null for none. Whoever shows it sets it back.
    public ObjectProperty<@Nullable String> wantedColumnProperty() {
        return wantedColumn;
    }

    /// Where a shard stands in the list; -1 if it does not.
    int indexOf(@Nullable Shard shard) {
        return shards.indexOf(shard);
    }

    private void show(ProjectState state) {
        busy.set(state instanceof ProjectState.Opening);
        problem.set(state instanceof ProjectState.Failed(_, ProblemReport report) ? report : null);
        switch (state) {
            case ProjectState.Open(Project open, _) -> show(open);
            case ProjectState.Opening(Path path) -> clear(path.toString());
            case ProjectState.Failed(Path path, _) -> {
                clear(path.toString());
                survey(path);
            }
            case ProjectState.None() -> clear("");
        }
    }

    private void show(Project open) {
        Dataset opened = open.dataset();
        Shard before = selected.get();
        selected.set(null);
        survey = null;
        dataset.set(opened);
        place.set(opened.root().toString());
        ignored.set(opened.ignored().isEmpty() ? "" : texts.of("data.ignored", opened.ignored().size(), names(opened)));
        shards.show(opened.shards().stream().map(ShardEntry::opened).toList());
        dialect.show(open);
        selected.set(before != null && indexOf(before) >= 0 ? before : opened.shards().getFirst());
        profile.show(opened, MissingTokens.orDefault(open.recipe().dataset().missing()));
    }

    private static String names(Dataset opened) {
        List<String> names = opened.ignored().stream().map(path -> String.valueOf(path.getFileName())).toList();
        return String.join(", ", names);
    }

    private void clear(String where) {
        selected.set(null);
        surveying.forget();
        survey = null;
        shards.show(List.of());
        dataset.set(null);
        place.set(where);
        ignored.set("");
        profile.clear();
        dialect.clear();
    }

    /// Lists the shards of what is no dataset; if there is none, what was told already is all there is to tell.
    private void survey(Path path) {
        surveying.submit(() -> survey(engine, path), this::show, _ -> {});
    }

    private static DatasetSurvey survey(Engine engine, Path path) {
        if (path.toString().endsWith(ProjectViewModel.RECIPE_ENDING)) {
            Recipe recipe = engine.readRecipe(path);
            return engine.survey(recipe.datasetPath(), recipe.job(), recipe.datasetOptions());
        }
        Path folder = Files.isRegularFile(path) ? path.toAbsolutePath().getParent() : path;
        return engine.survey(folder == null ? path : folder, Job.TRAINING, DatasetOptions.NONE);
    }

    private void show(DatasetSurvey found) {
        survey = found;
        shards.show(found.shards().stream().map(ShardEntry::surveyed).toList());
        selected.set(shards.nextProblem(null).orElse(shards.entry(0).shard()));
    }

    private void look(@Nullable Shard shard) {
        int at = indexOf(shard);
        if (shard == null || at < 0) {
            broken.set(null);
            rows.clear();
            return;
        }
        showState(shards.entry(at));
        Dataset opened = dataset.get();
        DatasetSurvey surveyed = survey;
        if (opened != null) {
            rows.show(engine.rows(opened, shard), opened.schema().columns());
        } else if (surveyed != null && !surveyed.shards().get(at).columns().isEmpty()) {
            background.run(
                    () -> surveyed.alone(surveyed.shards().get(at)),
                    alone -> {
                        if (shard.equals(selected.get()) && survey == surveyed) {
                            rows.show(engine.rows(alone, shard), alone.schema().columns());
                            profile.show(alone, MissingTokens.OF_PANDAS);
                        }
                    },
                    _ -> rows.clear());
        } else {
            rows.clear();
            profile.clear();
        }
    }

    private void showState(ShardEntry entry) {
        broken.set(entry.condition().isAttention() ? entry : null);
    }

    /// Shards of what is no dataset stay what the survey found them to be.
    private void scanned(Map<Shard, ShardScan.Found> found) {
        if (dataset.get() == null) {
            return;
        }
        shards.scanned(found);
        int at = indexOf(selected.get());
        if (at >= 0) {
            showState(shards.entry(at));
        }
    }
}
