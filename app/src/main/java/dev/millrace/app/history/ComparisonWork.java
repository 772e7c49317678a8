package dev.millrace.app.history;

import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.engine.results.ArtifactDifference;
import dev.millrace.engine.results.ArtifactTable;
import dev.millrace.engine.results.RecipeDifference;
import dev.millrace.engine.results.RunFigures;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/// Compares two runs. Opens files.
final class ComparisonWork {

    private final HistoryStore store;
    private final Texts texts;
    private final Figures figures;

    ComparisonWork(HistoryStore store, Texts texts, Figures figures) {
        this.store = store;
        this.texts = texts;
        this.figures = figures;
    }

    RunComparison compare(PastRun one, PastRun other) throws IOException {
        boolean inOrder = !one.record().begun().isAfter(other.record().begun());
        PastRun first = inOrder ? one : other;
        PastRun second = inOrder ? other : one;
        List<ArtifactTable> learned = store.artifacts(first.record());
        List<ArtifactTable> learnedLater = store.artifacts(second.record());
        return new RunComparison(
                first,
                second,
                figures(first.record().figures(), second.record().figures()),
                RecipeDifference.of(first.recipe(), second.recipe()),
                ArtifactDifference.of(learned, learnedLater),
                !learned.isEmpty() && !learnedLater.isEmpty());
    }

    private List<RunComparison.Figure> figures(@Nullable RunFigures first, @Nullable RunFigures second) {
        if (first == null || second == null) {
            return List.of();
        }
        List<RunComparison.Figure> found = new ArrayList<>();
        DoubleFunction<String> count = value -> figures.count(Math.round(value));
        DoubleFunction<String> bytes = value -> figures.bytes(Math.round(value));
        add(
                found,
                "history.figure.duration",
                first,
                second,
                RunFigures::millis,
                value -> figures.duration(Duration.ofMillis(Math.round(value))));
        add(found, "history.figure.rate", first, second, RunFigures::rowsPerSecond, figures::rowsPerSecond);
        add(found, "history.figure.memory", first, second, RunFigures::peakBytes, bytes);
        add(found, "history.figure.read", first, second, RunFigures::bytesIn, bytes);
        add(found, "history.figure.written", first, second, RunFigures::bytesOut, bytes);
        add(found, "history.figure.passes", first, second, RunFigures::passes, count);
        add(found, "history.figure.shards", first, second, RunFigures::shards, count);
        add(found, "history.figure.rowsIn", first, second, RunFigures::rowsIn, count);
        add(found, "history.figure.rowsOut", first, second, RunFigures::allRowsOut, count);
        add(found, "history.figure.dropped", first, second, RunFigures::allDropped, count);
        add(found, "history.figure.rejected", first, second, RunFigures::rejected, count);
        return found;
    }

    private void add(
            List<RunComparison.Figure> found,
            String key,
            RunFigures first,
            RunFigures second,
            ToDoubleFunction<RunFigures> figure,
            DoubleFunction<String> words) {
        double one = figure.applyAsDouble(first);
        double other = figure.applyAsDouble(second);
        double ratio = one == 0 ? (other == 0 ? 1 : 0) : other / one;
        found.add(new RunComparison.Figure(texts.of(key), words.apply(one), words.apply(other), ratio));
    }
}
