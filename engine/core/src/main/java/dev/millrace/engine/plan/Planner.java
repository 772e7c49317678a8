package dev.millrace.engine.plan;

import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.MissingTokens;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.problem.NearestName;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.problem.RecipeException;
import dev.millrace.engine.recipe.Job;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.engine.recipe.StrategyEntry;
import dev.millrace.engine.strategy.Strategy;
import dev.millrace.engine.strategy.Subject;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Turns a recipe into passes. Fits that do not look at each other's results share a pass; one that does comes in a
/// later pass. A last pass transforms. So k strategies cost at most k + 1 passes, and independent ones cost 2.
public final class Planner {

    private final Recipe recipe;
    private final Dataset dataset;
    private final Subject subject;
    private final List<Strategy> strategies;

    private Planner(Recipe recipe, Dataset dataset) {
        this.recipe = recipe;
        this.dataset = dataset;
        this.subject =
                new Subject(
                        recipe.dataset().path(),
                        dataset.schema(),
                        recipe.dataset().label(),
                        MissingTokens.orDefault(recipe.dataset().missing()));
        this.strategies = recipe.strategies().stream().map(StrategyEntry::bind).toList();
    }

    /// Plans a recipe for a dataset.
    ///
    /// @throws RecipeException with every problem, if the recipe does not fit the dataset
    public static Plan plan(Recipe recipe, Dataset dataset) {
        Planner planner = new Planner(recipe, dataset);
        List<Problem> problems = planner.problems();
        if (!problems.isEmpty()) {
            throw new RecipeException(problems);
        }
        return new Plan(recipe, dataset, planner.subject, planner.strategies, planner.passes());
    }

    private List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        String label = subject.label();
        if (label != null && !dataset.schema().has(label)) {
            problems.add(
                    new Problem(
                            recipe.places().of("/dataset/label"),
                            "there is no column '" + label + "' in " + subject.source(),
                            NearestName.remedy(label, dataset.schema().columns())));
        }
        for (int i = 0; i < strategies.size(); i++) {
            String pointer = "/strategies/" + i;
            problems.addAll(
                    strategies
                            .get(i)
                            .check(
                                    subject,
                                    setting ->
                                            recipe.places().of(setting.isEmpty() ? pointer : pointer + "/" + setting)));
        }
        if (recipe.job() == Job.TRAINING && !dataset.splits().contains(Split.TRAIN)) {
            problems.add(
                    new Problem(
                            recipe.places().of("/dataset/path"),
                            "there are no shards of the split train in "
                                    + subject.source()
                                    + "; found: "
                                    + dataset.splits(),
                            "A training job fits on train: add a folder train with shards"));
        }
        if (recipe.job() != Job.TRAINING && recipe.artifacts().input() == null) {
            problems.add(
                    new Problem(
                            recipe.places().of("/artifacts/input"),
                            "a " + recipe.job().flatSplit().folder() + " job needs the artifacts of a training run",
                            "Name that run's output folder in artifacts.input"));
        }
        return problems;
    }

    private List<Pass> passes() {
        List<Pass> passes = new ArrayList<>();
        if (recipe.job() == Job.TRAINING) {
            fitsByPass().forEach((level, fits) -> passes.add(fitPass(level, fits)));
        }
        passes.add(transformPass());
        return passes;
    }

    /// The strategies that are fitted in each fitting pass.
    private SortedMap<Integer, List<Integer>> fitsByPass() {
        SortedMap<Integer, List<Integer>> fits = new TreeMap<>();
        int[] levels = new int[strategies.size()];
        for (int i = 0; i < levels.length; i++) {
            Set<String> looksAt = strategies.get(i).fitColumns(subject);
            for (int earlier = 0; earlier < i; earlier++) {
                if (!Collections.disjoint(looksAt, strategies.get(earlier).editedColumns(subject))) {
                    levels[i] = Math.max(levels[i], levels[earlier] + 1);
                }
            }
            fits.computeIfAbsent(levels[i], _ -> new ArrayList<>()).add(i);
        }
        return fits;
    }

    private Pass fitPass(int level, List<Integer> fits) {
        SortedSet<Integer> columns = new TreeSet<>();
        fits.forEach(i -> add(columns, strategies.get(i).fitColumns(subject)));
        if (level > 0) {
            strategies.forEach(strategy -> add(columns, strategy.editedColumns(subject)));
        }
        String reason = level == 0 ? "" : ", which look at what the passes before them made of the data";
        return new Pass(
                Pass.Kind.FIT, fits, columns, Set.of(Split.TRAIN), "fits " + names(fits) + " on train" + reason);
    }

    private Pass transformPass() {
        SortedSet<Integer> columns = new TreeSet<>();
        strategies.forEach(strategy -> add(columns, strategy.editedColumns(subject)));
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < strategies.size(); i++) {
            all.add(i);
        }
        String what = all.isEmpty() ? "copies" : "applies " + names(all) + " to";
        return new Pass(Pass.Kind.TRANSFORM, all, columns, dataset.splits(), what + " every shard");
    }

    private void add(SortedSet<Integer> columns, Set<String> names) {
        names.forEach(name -> columns.add(dataset.schema().position(name)));
    }

    private String names(List<Integer> positions) {
        return String.join(", ", positions.stream().map(i -> strategies.get(i).id()).toList());
    }
}
