package dev.millrace.lab.result;

import dev.millrace.engine.json.Json;
import dev.millrace.engine.problem.Place;
import dev.millrace.lab.measure.Machine;
import dev.millrace.lab.measure.MeasuredRun;
import dev.millrace.lab.quality.ColumnQuality;
import dev.millrace.lab.quality.Drift;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Everything that a benchmark measured and found.
///
/// @param format version of this document
/// @param recipe the whole recipe
/// @param settings what was asked for
/// @param conditions how figures were taken
/// @param warnings what makes figures less trustworthy, in words
/// @param runs all of them, warm-ups and failures too, in the order of time
/// @param scaling null if it was not measured
/// @param constraints empty if they were not tried
/// @param models empty if there is nothing to learn, with a warning, or it was not asked for
/// @param quality of the processed data, by split and column
/// @param drifts between splits, and from early to late
public record Benchmark(
        int format,
        Instant started,
        Instant ended,
        Map<String, Object> recipe,
        BenchmarkSettings settings,
        Machine machine,
        DatasetFacts dataset,
        Conditions conditions,
        List<String> warnings,
        List<MeasuredRun> runs,
        Comparison comparison,
        @Nullable Scaling scaling,
        List<ConstraintPoint> constraints,
        List<ModeQuality> models,
        List<ColumnQuality> quality,
        List<Drift> drifts) {

    public static final int FORMAT = 1;

    public Benchmark {
        warnings = List.copyOf(warnings);
        runs = List.copyOf(runs);
        constraints = List.copyOf(constraints);
        models = List.copyOf(models);
        quality = List.copyOf(quality);
        drifts = List.copyOf(drifts);
    }

    /// How figures were taken, in words.
    ///
    /// @param pageCache how the page cache was dealt with
    /// @param limits how limits were held
    /// @param energy how energy was found out
    /// @param constraints whether points of the grid ran side by side
    /// @param javaOptions of every run's JVM, but for its limits
    public record Conditions(String pageCache, String limits, String energy, String constraints, String javaOptions) {}

    /// What a person calls the recipe.
    public String name() {
        return String.valueOf(recipe.get("name"));
    }

    /// The benchmark as its file.
    public byte[] document() {
        return Json.document(this);
    }

    /// Reads the file of a benchmark.
    ///
    /// @throws dev.millrace.engine.problem.DataException if it is none, with the place
    public static Benchmark read(Path file) throws IOException {
        return Json.read(Json.parse(Files.readAllBytes(file), Place.of(file)), Benchmark.class, Place.of(file));
    }

    /// Why figures of another benchmark must not be compared with these; empty if they may.
    public List<String> differencesFrom(Benchmark other) {
        return Comparability.differences(this, other);
    }
}
