package dev.millrace.lab;

import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.MissingTokens;
import dev.millrace.engine.json.Json;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.recipe.Mode;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.lab.learn.ModelQuality;
import dev.millrace.lab.measure.Harness;
import dev.millrace.lab.measure.Machine;
import dev.millrace.lab.measure.MeasuredRun;
import dev.millrace.lab.measure.Side;
import dev.millrace.lab.quality.EarlyAndLate;
import dev.millrace.lab.result.Benchmark;
import dev.millrace.lab.result.BenchmarkSettings;
import dev.millrace.lab.result.Comparison;
import dev.millrace.lab.result.ConstraintPoint;
import dev.millrace.lab.result.DatasetFacts;
import dev.millrace.lab.result.Scaling;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One benchmark from its first run to its result. Lives on one thread.
final class Measurement {

    /// Runs that share the disk and the memory's bandwidth disturb each other even with processors of their own.
    private static final String GRID_ORDER =
            "one by one, in random order: runs side by side would share disk and memory";

    private final Recipe recipe;
    private final BenchmarkSettings settings;
    private final LabListener listener;
    private final List<MeasuredRun> runs = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final Map<Integer, ModelQuality> modelOfRun = new HashMap<>(); // by number of the run
    private double secondsSoFar;

    Measurement(Recipe recipe, BenchmarkSettings settings, LabListener listener) {
        this.recipe = recipe;
        this.settings = settings;
        this.listener = listener;
    }

    /// Measures.
    ///
    /// @param scratch a folder that does not exist yet
    Benchmark in(Path scratch) throws IOException, InterruptedException {
        Instant started = Instant.now();
        Machine machine = Machine.current();
        OutputStudy study = new OutputStudy(recipe);
        try (Harness harness = new Harness(scratch, recipe)) {
            DatasetFacts facts = DatasetFacts.of(harness.dataset());
            Design design = Design.of(settings, machine.processors(), harness.isDivisible());
            listener.on(new LabEvent.Begun(design.runs(), machine));
            warnOfConditions(machine, harness.isDivisible());
            for (Step step : design.steps()) {
                measure(step, harness, study, design.runs());
            }
            studyInput(harness.dataset(), study);
            return new Benchmark(
                    Benchmark.FORMAT,
                    started,
                    Instant.now(),
                    plain(recipe),
                    settings,
                    machine,
                    facts,
                    new Benchmark.Conditions(
                            Harness.PAGE_CACHE,
                            harness.limits(),
                            harness.energyMethod(),
                            GRID_ORDER,
                            harness.javaOptions()),
                    warnings,
                    runs,
                    Comparison.of(of(Step.MODES), baseline(), settings.seed()),
                    scaling(machine.processors()),
                    constraints(),
                    study.models(),
                    study.quality(),
                    study.drifts());
        }
    }

    private void warnOfConditions(Machine machine, boolean divisible) {
        if (!machine.wasIdle()) {
            warn(
                    "The machine was busy before the benchmark (%.0f %% of its processors): close other programs, or"
                                    .formatted(machine.load() * 100)
                            + " take figures with caution.");
        }
        if (asks(BenchmarkSettings.Part.SCALING) && !divisible) {
            warn("Scaling was not measured: the dataset has one shard only.");
        }
    }

    private void measure(Step step, Harness harness, OutputStudy study, int allRuns)
            throws IOException, InterruptedException {
        Set<String> failed = new HashSet<>();
        int round = 0;
        for (List<Side> sides : step.schedule().rounds()) {
            round++;
            boolean warmUp = round <= step.schedule().warmUps();
            for (Side side : sides) {
                if (!failed.contains(side.name())) {
                    int number = runs.size() + 1;
                    listener.on(new LabEvent.RunBegun(step.experiment(), side, number, allRuns, round, warmUp));
                    MeasuredRun run =
                            harness.run(
                                    step.experiment(),
                                    side,
                                    round,
                                    warmUp,
                                    output -> look(step, number, side, output, study));
                    take(run, allRuns);
                    if (run.failure() != null) {
                        failed.add(side.name());
                        warn("The side '" + side.name() + "' did not finish and is not tried again: " + run.failure());
                    }
                }
            }
            if (step.experiment().equals(Step.MODES) && !warmUp) {
                listener.on(new LabEvent.Compared(Comparison.of(of(Step.MODES), baseline(), settings.seed())));
            }
        }
    }

    private void take(MeasuredRun run, int allRuns) {
        runs.add(run);
        secondsSoFar += run.seconds();
        int left = allRuns - runs.size();
        listener.on(new LabEvent.RunEnded(run, allRuns, left == 0 ? null : left * secondsSoFar / runs.size()));
    }

    private void look(Step step, int number, Side side, Path output, OutputStudy study) throws IOException {
        if (step.experiment().equals(Step.CONSTRAINTS)) {
            study.model(output).ifPresent(model -> modelOfRun.put(number, model));
        } else if (asks(BenchmarkSettings.Part.QUALITY)) {
            study.look(side, output);
        }
    }

    private void studyInput(Dataset dataset, OutputStudy study) {
        if (!asks(BenchmarkSettings.Part.QUALITY)) {
            return;
        }
        if (study.models().isEmpty()) {
            warn("No model was tried: the recipe names no label, or there is nothing to learn it from.");
        }
        study.lookAtInput(dataset);
        String column = settings.timeColumn();
        if (column != null && !dataset.schema().has(column)) {
            warn("Drift over time was not looked at: there is no column '" + column + "'.");
            return;
        }
        String found = column == null ? EarlyAndLate.timeColumn(dataset).orElse(null) : column;
        if (found == null) {
            warn("Drift over time was not looked at: no column was named and none looks like dates.");
            return;
        }
        MissingTokens missing = MissingTokens.orDefault(recipe.dataset().missing());
        new EarlyAndLate(dataset, missing, found)
                .drift()
                .ifPresentOrElse(
                        drift -> study.drifts().add(drift),
                        () -> warn("Drift over time was not looked at: '" + found + "' has fewer than two times."));
    }

    private @Nullable Scaling scaling(int processors) {
        List<MeasuredRun> sizes = of(Step.SIZES);
        if (sizes.isEmpty()) {
            return null;
        }
        List<List<MeasuredRun>> byMode = new ArrayList<>();
        for (Mode mode : Mode.values()) {
            byMode.add(sizes.stream().filter(run -> run.side().mode() == mode).toList());
        }
        return Scaling.of(byMode, of(Step.WORKERS), processors);
    }

    private List<ConstraintPoint> constraints() {
        List<ConstraintPoint> points = new ArrayList<>();
        of(Step.CONSTRAINTS).forEach(run -> points.add(new ConstraintPoint(run, modelOfRun.get(run.number()), false)));
        return ConstraintPoint.marked(points);
    }

    private List<MeasuredRun> of(String experiment) {
        return runs.stream().filter(run -> run.experiment().equals(experiment)).toList();
    }

    private String baseline() {
        return settings.compared().getFirst().name();
    }

    private boolean asks(BenchmarkSettings.Part part) {
        return settings.parts().contains(part);
    }

    private void warn(String warning) {
        warnings.add(warning);
        listener.on(new LabEvent.Warned(warning));
    }

    /// The recipe as it reads back from its file.
    @SuppressWarnings("unchecked")
    private static Map<String, Object> plain(Recipe recipe) {
        return Json.read(Json.tree(recipe.resolved().json()), Map.class, Place.of("the recipe"));
    }
}
