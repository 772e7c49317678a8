package dev.millrace.engine.plan;

import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.FileType;
import dev.millrace.engine.dataset.MissingTokens;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.problem.NearestName;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.problem.RecipeException;
import dev.millrace.engine.recipe.BadRowPolicy;
import dev.millrace.engine.recipe.Job;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.engine.recipe.StrategyEntry;
import dev.millrace.engine.strategy.Footprint;
import dev.millrace.engine.strategy.Strategy;
import dev.millrace.engine.strategy.Subject;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Turns a recipe into passes. Fits that do not look at each other's results share a pass; so does one that can be
/// derived from an earlier one's counts. Any other comes in a later pass. A last pass transforms. So k strategies cost
/// at most k + 1 passes, and independent ones cost 2.
public final class Planner {

    private final Recipe recipe;
    private final Dataset dataset;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();

    private Planner(Recipe recipe, Dataset dataset) {
        this.recipe = recipe;
        this.dataset = dataset;
    }

    /// Plans a recipe for a dataset.
    ///
    /// @throws RecipeException with every problem, if the recipe does not fit the dataset
    public static Plan plan(Recipe recipe, Dataset dataset) {
        Planner planner = new Planner(recipe, dataset);
        planner.check();
        if (!planner.problems.isEmpty()) {
            throw new RecipeException(planner.problems);
        }
        return new Plan(recipe, dataset, planner.steps, planner.passes(), planner.outputType().orElseThrow());
    }

    /// Every problem of a recipe with a dataset; empty if it can be planned.
    public static List<Problem> problems(Recipe recipe, Dataset dataset) {
        Planner planner = new Planner(recipe, dataset);
        planner.check();
        return List.copyOf(planner.problems);
    }

    /// Whether the columns that are known of a dataset with an open schema are too few: the recipe may name one that is
    /// yet to appear, or another format is to be written, which needs them all before the first row.
    public static boolean needsAllColumns(Recipe recipe, Dataset dataset) {
        if (!dataset.schema().isOpen()) {
            return false;
        }
        Planner planner = new Planner(recipe, dataset);
        planner.check();
        boolean passesThrough = planner.outputType().map(type -> type.format().rowsNameColumns()).orElse(false);
        return !planner.problems.isEmpty() || !passesThrough;
    }

    private Optional<FileType> outputType() {
        return OutputType.of(recipe.output(), dataset.type());
    }

    private void check() {
        if (outputType().isEmpty()) {
            problems.add(
                    new Problem(
                            recipe.places().of("/output/compression"),
                            "the output's format and compression do not go together",
                            "Accepted are gzip and zstd for text formats, snappy and zstd for Parquet, and none"));
        }
        outputType().ifPresent(this::requireConvertible);
        String label = recipe.dataset().label();
        if (label != null && !dataset.schema().has(label)) {
            problems.add(
                    new Problem(
                            recipe.places().of("/dataset/label"),
                            "there is no column '" + label + "' in " + recipe.dataset().path(),
                            NearestName.remedy(label, dataset.schema().columns())));
        }
        if (recipe.job() == Job.TRAINING && !dataset.splits().contains(Split.TRAIN)) {
            problems.add(
                    new Problem(
                            recipe.places().of("/dataset/path"),
                            "there are no shards of the split train in "
                                    + recipe.dataset().path()
                                    + "; found: "
                                    + String.join(", ", dataset.splits().stream().map(Split::folder).toList()),
                            "A training job fits on train: add a folder train with shards"));
        }
        if (recipe.job() != Job.TRAINING && recipe.artifacts().input() == null) {
            problems.add(
                    new Problem(
                            recipe.places().of("/artifacts/input"),
                            "a " + recipe.job().flatSplit().folder() + " job needs the artifacts of a training run",
                            "Name that run's output folder in artifacts.input"));
        }
        if (isSame(recipe.outputPath(), dataset.root())) {
            problems.add(
                    new Problem(
                            recipe.places().of("/output/path"),
                            "the output folder is the dataset itself",
                            "Name another folder; inputs are never changed"));
        }
        Set<Split> splits = EnumSet.copyOf(dataset.splits());
        for (int i = 0; i < recipe.strategies().size(); i++) {
            check(i, recipe.strategies().get(i), splits);
        }
    }

    private void check(int position, StrategyEntry entry, Set<Split> splits) {
        Strategy strategy = entry.bind();
        Subject subject =
                new Subject(
                        recipe.dataset().path(),
                        dataset.schema(),
                        recipe.dataset().label(),
                        MissingTokens.orDefault(recipe.dataset().missing()),
                        splits,
                        recipe.job() == Job.TRAINING,
                        recipe.run().seed(),
                        recipe.run().onBadRow() == BadRowPolicy.FAIL);
        String pointer = "/strategies/" + position;
        List<Problem> found =
                strategy.check(
                        subject, setting -> recipe.places().of(setting.isEmpty() ? pointer : pointer + "/" + setting));
        problems.addAll(found);
        if (found.isEmpty()) {
            Step step = new Step(strategy, subject, strategy.footprint(subject));
            requireReadable(pointer, step.footprint());
            steps.add(step);
            splits.addAll(step.footprint().splitsInto());
        }
    }

    private static boolean isSame(Path one, Path other) {
        return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    private void requireReadable(String pointer, Footprint footprint) {
        SortedSet<String> columns = new TreeSet<>(footprint.fitColumns());
        columns.addAll(footprint.looksAt());
        columns.retainAll(dataset.opaque().keySet());
        for (String column : columns) {
            problems.add(
                    new Problem(
                            recipe.places().of(pointer),
                            "column '"
                                    + column
                                    + "' can only be passed through, not looked at: "
                                    + dataset.opaque().get(column),
                            "Choose another column, or write it as a flat column of strings, numbers or dates"));
        }
    }

    private void requireConvertible(FileType output) {
        if (output.format() != dataset.type().format() && !dataset.opaque().isEmpty()) {
            problems.add(
                    new Problem(
                            recipe.places().of("/output/format"),
                            "these columns cannot be written in another format: "
                                    + String.join(", ", new TreeSet<>(dataset.opaque().keySet())),
                            "Keep the format of the input, or leave the columns out of the dataset"));
        }
    }

    private List<Pass> passes() {
        List<Pass> passes = new ArrayList<>();
        if (recipe.job() == Job.TRAINING) {
            SortedMap<Integer, List<Integer>> fitsByLevel = fitsByLevel();
            List<Integer> fittedBefore = new ArrayList<>();
            fitsByLevel.forEach((level, fits) -> {
                passes.add(fitPass(level, fits, fittedBefore));
                fittedBefore.addAll(fits);
            });
        }
        passes.add(transformPass());
        return passes;
    }

    /// The strategies to fit, by the passes that have to come before.
    private SortedMap<Integer, List<Integer>> fitsByLevel() {
        SortedMap<Integer, List<Integer>> fits = new TreeMap<>();
        int[] levels = new int[steps.size()];
        for (int i = 0; i < levels.length; i++) {
            Step step = steps.get(i);
            for (int earlier = 0; earlier < i; earlier++) {
                if (step.dependsOn(steps.get(earlier))) {
                    int after = step.derivesFrom(steps.get(earlier)) ? levels[earlier] : levels[earlier] + 1;
                    levels[i] = Math.max(levels[i], after);
                }
            }
            fits.computeIfAbsent(levels[i], _ -> new ArrayList<>()).add(i);
        }
        return fits;
    }

    private Pass fitPass(int level, List<Integer> fits, Collection<Integer> fittedBefore) {
        SortedSet<Integer> columns = new TreeSet<>();
        Set<Split> splits = EnumSet.noneOf(Split.class);
        for (int i : fits) {
            add(columns, steps.get(i).footprint().fitColumns());
            splits.addAll(steps.get(i).footprint().fitSplits());
        }
        for (int i : fittedBefore) {
            add(columns, steps.get(i).footprint().looksAt());
            if (!steps.get(i).footprint().splitsInto().isEmpty()) {
                splits.add(Split.TRAIN);
            }
        }
        splits.retainAll(dataset.splits());
        String reason = level == 0 ? "" : ", which look at what earlier strategies make of the data";
        return new Pass(Pass.Kind.FIT, fits, columns, splits, "fits " + names(fits) + reason);
    }

    private Pass transformPass() {
        SortedSet<Integer> columns = new TreeSet<>();
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            add(columns, steps.get(i).footprint().looksAt());
            all.add(i);
        }
        if (outputType().orElseThrow().format() != dataset.type().format()) {
            add(columns, Set.copyOf(dataset.schema().columns())); // every cell is written anew
        }
        String what = all.isEmpty() ? "copies" : "applies " + names(all) + " to";
        boolean lookedThrough = dataset.type().format().rowsNameColumns() && !dataset.schema().isOpen();
        String before = lookedThrough ? ", whose rows were all looked through for their columns beforehand" : "";
        return new Pass(Pass.Kind.TRANSFORM, all, columns, dataset.splits(), what + " every shard" + before);
    }

    private void add(SortedSet<Integer> columns, Set<String> names) {
        names.forEach(name -> columns.add(dataset.schema().position(name)));
    }

    private String names(List<Integer> positions) {
        return String.join(", ", positions.stream().map(i -> steps.get(i).strategy().id()).toList());
    }
}
