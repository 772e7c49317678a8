package dev.millrace.app.benchmark;

import dev.millrace.app.background.Background;
import dev.millrace.app.background.Latest;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.lab.measure.MeasuredRun;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;

/// Benchmarks that were made before, and two of them side by side.
public final class EarlierViewModel {

    private final BenchmarkStore store;
    private final Background background;
    private final BiConsumer<String, Throwable> failed;
    private final Latest comparing;
    private final ObservableList<PastBenchmark> benchmarks = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable BenchmarkComparison> comparison = new ReadOnlyObjectWrapper<>();

    /// @param failed told what could not be done, by its text's key, and why
    EarlierViewModel(BenchmarkStore store, Background background, BiConsumer<String, Throwable> failed) {
        this.store = store;
        this.background = background;
        this.failed = failed;
        comparing = background.latestAtOnce();
    }

    /// Newest first; empty until they are read.
    public ObservableList<PastBenchmark> benchmarks() {
        return benchmarks;
    }

    /// The two that were chosen; null while there are not two.
    public ReadOnlyObjectProperty<@Nullable BenchmarkComparison> comparisonProperty() {
        return comparison.getReadOnlyProperty();
    }

    /// Reads them.
    void read() {
        change(() -> {});
    }

    void add(PastBenchmark done) {
        change(() -> store.add(done));
    }

    /// Forgets benchmarks; their reports stay.
    public void remove(List<PastBenchmark> forgotten) {
        List<PastBenchmark> all = List.copyOf(forgotten);
        change(() -> {
            for (PastBenchmark each : all) {
                store.remove(each);
            }
        });
    }

    /// A change of the store.
    @FunctionalInterface
    private interface Change {
        void make() throws IOException;
    }

    private void change(Change change) {
        Callable<List<PastBenchmark>> changed =
                () -> {
                    change.make();
                    return store.benchmarks();
                };
        background.run(changed, benchmarks::setAll, failure -> failed.accept("problem.benchmark.store", failure));
    }

    /// Compares the chosen benchmarks if they are two.
    public void choose(List<PastBenchmark> chosen) {
        comparing.forget();
        if (chosen.size() != 2) {
            comparison.set(null);
            return;
        }
        PastBenchmark one = chosen.getFirst();
        PastBenchmark other = chosen.getLast();
        comparing.submit(
                () -> BenchmarkComparison.of(one, other),
                comparison::set,
                failure -> failed.accept("problem.benchmark", failure));
    }

    /// The runs of the sides that the latest benchmark of a recipe's data compared; none if there is no such benchmark.
    List<MeasuredRun> runsOfData(Recipe recipe) {
        Path data = recipe.datasetPath().toAbsolutePath().normalize();
        return benchmarks.stream()
                .map(PastBenchmark::benchmark)
                .filter(each -> Path.of(each.dataset().path()).toAbsolutePath().normalize().equals(data))
                .findFirst()
                .map(each -> each.runs().stream().filter(run -> run.experiment().equals("modes")).toList())
                .orElse(List.of());
    }
}
