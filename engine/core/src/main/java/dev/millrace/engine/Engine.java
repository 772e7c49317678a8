package dev.millrace.engine;

import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.browse.ShardRows;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.DatasetOptions;
import dev.millrace.engine.dataset.MissingTokens;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.format.DatasetReader;
import dev.millrace.engine.format.DatasetSurvey;
import dev.millrace.engine.format.Preview;
import dev.millrace.engine.format.ShardCodecs;
import dev.millrace.engine.plan.Plan;
import dev.millrace.engine.plan.Planner;
import dev.millrace.engine.problem.EngineException;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.problem.RecipeException;
import dev.millrace.engine.profile.DatasetProfile;
import dev.millrace.engine.profile.ShardScan;
import dev.millrace.engine.recipe.Job;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.engine.recipe.RecipeDocument;
import dev.millrace.engine.recipe.RecipeDraft;
import dev.millrace.engine.recipe.RecipeOverrides;
import dev.millrace.engine.recipe.RecipePlaces;
import dev.millrace.engine.recipe.RecipeReader;
import dev.millrace.engine.results.Results;
import dev.millrace.engine.results.ShardComparison;
import dev.millrace.engine.run.Manifest;
import dev.millrace.engine.run.ProfileScan;
import dev.millrace.engine.run.Run;
import dev.millrace.engine.run.RunEstimate;
import dev.millrace.engine.run.RunListener;
import dev.millrace.engine.run.RunSafety;
import dev.millrace.engine.run.SampleRun;
import dev.millrace.engine.run.UnfinishedRun;
import dev.millrace.engine.run.Verification;
import dev.millrace.engine.strategy.Strategies;
import dev.millrace.engine.strategy.StrategyType;
import dev.millrace.engine.strategy.impute.ImputationSettings;
import dev.millrace.engine.strategy.impute.MissingValueImputation;
import dev.millrace.engine.strategy.risk.RiskTableMapping;
import dev.millrace.engine.strategy.risk.RiskTableSettings;
import dev.millrace.engine.strategy.sample.StratifiedSampling;
import dev.millrace.engine.strategy.sample.StratifiedSamplingSettings;
import dev.millrace.engine.strategy.split.TabularSplit;
import dev.millrace.engine.strategy.split.TabularSplitSettings;
import dev.millrace.engine.strategy.temporal.TemporalSplit;
import dev.millrace.engine.strategy.temporal.TemporalSplitSettings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The door to the engine: read a recipe, plan it, run it.
///
/// ```java
/// Engine engine = new Engine();
/// Recipe recipe = engine.readRecipe(Path.of("fraud.millrace.json"));
/// Run run = engine.start(engine.plan(recipe), event -> System.out.println(event));
/// RunResult result = run.await();
/// ```
///
/// Stateless and safe for any thread. Every method but [#start] works on the calling thread and opens files.
public final class Engine {

    /// The strategies that ship, in the order in which they are shown.
    public static final Strategies STRATEGIES =
            new Strategies(
                    List.of(
                            new StrategyType<>(TabularSplit.ID, TabularSplitSettings.class, TabularSplit::new),
                            new StrategyType<>(TemporalSplit.ID, TemporalSplitSettings.class, TemporalSplit::new),
                            new StrategyType<>(
                                    MissingValueImputation.ID, ImputationSettings.class, MissingValueImputation::new),
                            new StrategyType<>(RiskTableMapping.ID, RiskTableSettings.class, RiskTableMapping::new),
                            new StrategyType<>(
                                    StratifiedSampling.ID, StratifiedSamplingSettings.class, StratifiedSampling::new)));

    private final ShardCodecs codecs = new ShardCodecs();
    private final Clock clock = Clock.systemUTC();
    private final RunSafety safety;

    /// An engine that guards its runs as usual.
    public Engine() {
        this(RunSafety.DEFAULT);
    }

    /// An engine whose runs guard against faults in another way.
    public Engine(RunSafety safety) {
        this.safety = safety;
    }

    /// Reads a recipe file and checks it, but does not look at its dataset.
    ///
    /// @throws dev.millrace.engine.problem.RecipeException with every mistake in it
    public Recipe readRecipe(Path file) {
        return readRecipe(file, RecipeOverrides.NONE);
    }

    /// Reads a recipe file, some of whose settings are replaced.
    ///
    /// @throws dev.millrace.engine.problem.RecipeException with every mistake in it
    public Recipe readRecipe(Path file, RecipeOverrides overrides) {
        return new RecipeReader(STRATEGIES).read(file, overrides);
    }

    /// Reads a recipe file that may have mistakes, but does not look at its dataset.
    ///
    /// @throws dev.millrace.engine.problem.RecipeException if the file cannot be read or is not JSON
    public RecipeDraft draft(Path file) {
        return new RecipeReader(STRATEGIES).draft(file, RecipeOverrides.NONE);
    }

    /// Reads a recipe that is being edited, but does not look at its dataset.
    ///
    /// @param folder what its relative paths are relative to
    /// @param places what its settings are called in messages
    public RecipeDraft draft(RecipeDocument document, Path folder, RecipePlaces places) {
        return new RecipeReader(STRATEGIES).draft(document, folder, places);
    }

    /// Everything that is wrong with a recipe and a dataset that has been opened for it; empty if it can be planned.
    public List<Problem> problems(Recipe recipe, Dataset dataset) {
        return Planner.problems(recipe, dataset);
    }

    /// What a run of the recipe will do to a dataset that has been opened for it.
    ///
    /// @throws dev.millrace.engine.problem.RecipeException with every problem, if the recipe does not fit the dataset
    public Plan plan(Recipe recipe, Dataset dataset) {
        return Planner.plan(recipe, dataset);
    }

    /// Everything that is wrong with a recipe, its dataset's layout and columns, and its output folder; empty if a run
    /// may begin. Reads no row.
    public List<Problem> check(Path file, RecipeOverrides overrides) {
        List<Problem> problems = new ArrayList<>();
        try {
            RecipeDraft draft = new RecipeReader(STRATEGIES).draft(file, overrides);
            problems.addAll(draft.problems());
            draft.sound()
                    .ifPresent(recipe -> {
                        problems.addAll(Run.refusal(recipe));
                        problems.addAll(problemsWithDataset(recipe));
                    });
        } catch (EngineException unreadable) {
            problems.addAll(unreadable.problems());
        }
        return problems;
    }

    private List<Problem> problemsWithDataset(Recipe recipe) {
        try {
            return Planner.problems(recipe, openDataset(recipe));
        } catch (EngineException unusable) {
            return unusable.problems();
        }
    }

    /// Finds the shards and columns of a dataset; reads no row.
    ///
    /// @throws dev.millrace.engine.problem.EngineException if there is none, or its shards do not fit together
    public Dataset openDataset(Path path, Job job) {
        return new DatasetReader(codecs).read(path, job.splits(), job.flatSplit());
    }

    /// Finds the shards, the dialect and the columns of a recipe's dataset; reads no row but a few for detection.
    ///
    /// @throws dev.millrace.engine.problem.EngineException if there is none, or its shards do not fit together
    public Dataset openDataset(Recipe recipe) {
        if (Files.notExists(recipe.datasetPath())) {
            throw new RecipeException(
                    new Problem(
                            recipe.places().of("/dataset/path"),
                            "there is no folder or file " + recipe.datasetPath(),
                            "Correct dataset.path; a relative path is relative to the recipe file"));
        }
        Job job = recipe.job();
        Path path = recipe.datasetPath();
        DatasetReader reader = new DatasetReader(codecs);
        Dataset dataset = reader.read(path, job.splits(), job.flatSplit(), recipe.datasetOptions());
        return Planner.needsAllColumns(recipe, dataset)
                ? reader.readAllRows(path, job.splits(), job.flatSplit(), recipe.datasetOptions())
                : dataset;
    }

    /// The first rows of a shard.
    ///
    /// @throws dev.millrace.engine.problem.EngineException if it cannot be read
    public Preview preview(Dataset dataset, Shard shard, int mostRows) {
        return Preview.of(codecs, dataset, shard, mostRows);
    }

    /// The rows of a shard at any depth.
    ///
    /// @param dataset says how the shard is written and what its columns are
    public ShardRows rows(Dataset dataset, Shard shard) {
        return new ShardRows(codecs, dataset, shard);
    }

    /// The shards at a path and what is wrong with each, for a dataset that cannot be opened.
    ///
    /// @throws dev.millrace.engine.problem.EngineException if there is no shard, or none can be read
    public DatasetSurvey survey(Path path, Job job, DatasetOptions options) {
        return DatasetSurvey.of(codecs, path, job.splits(), job.flatSplit(), options);
    }

    /// Looks through shards of a dataset, bad rows and damage included.
    ///
    /// @param columns positions of the columns that are profiled
    /// @param mostRows of each shard
    public ShardScan scan(Dataset dataset, List<Integer> columns, MissingTokens missing, long mostRows) {
        return new ShardScan(codecs, dataset, columns, missing, mostRows);
    }

    /// What is in the columns of a dataset, over all rows. Reads every shard.
    ///
    /// @throws dev.millrace.engine.problem.EngineException if a shard cannot be read
    public DatasetProfile profile(Dataset dataset, MissingTokens missing) {
        return new ProfileScan(codecs, dataset, missing).profile();
    }

    /// What a run of the recipe will do.
    ///
    /// @throws dev.millrace.engine.problem.RecipeException with every problem, if the recipe does not fit its dataset
    /// @throws dev.millrace.engine.problem.EngineException if the dataset cannot be read
    public Plan plan(Recipe recipe) {
        return Planner.plan(recipe, openDataset(recipe));
    }

    /// What a run of the plan will need on this machine.
    public RunEstimate estimate(Plan plan) {
        return RunEstimate.of(
                plan, blockSize(plan), Runtime.getRuntime().maxMemory(), Runtime.getRuntime().availableProcessors());
    }

    /// What one strategy of a plan makes of the first rows of its dataset, fitted on those rows alone.
    ///
    /// @param strategy its position in the plan
    /// @throws dev.millrace.engine.problem.EngineException if the rows cannot be read, or nothing can be fitted on them
    public SampleRun sample(Plan plan, int strategy, int mostRows) {
        return SampleRun.of(codecs, plan, strategy, mostRows);
    }

    /// Starts a run on threads of its own and returns at once.
    ///
    /// @param listeners told of every event
    public Run start(Plan plan, RunListener... listeners) {
        return start(plan, blockSize(plan), listeners);
    }

    /// Starts a run with blocks of a given size.
    public Run start(Plan plan, BlockSize size, RunListener... listeners) {
        return Run.start(plan, codecs, size, clock, false, safety, List.of(listeners));
    }

    /// Goes on with an unfinished run of the plan's recipe in its output folder; begins one if there is none.
    ///
    /// @param listeners told of every event
    public Run resume(Plan plan, RunListener... listeners) {
        return resume(plan, blockSize(plan), listeners);
    }

    /// Goes on with an unfinished run with blocks of a given size.
    public Run resume(Plan plan, BlockSize size, RunListener... listeners) {
        return Run.start(plan, codecs, size, clock, true, safety, List.of(listeners));
    }

    /// What a run that did not finish left in a recipe's output folder; empty if there is none, or nothing worth going
    /// on with.
    public Optional<UnfinishedRun> unfinished(Recipe recipe) {
        return UnfinishedRun.in(recipe.outputPath());
    }

    /// The manifest of the finished run in an output folder; empty if there is none.
    public Optional<Manifest> finished(Path output) {
        return Manifest.ofFinishedRun(output);
    }

    /// What an output folder holds: a finished run with what it learned, an unfinished one, or none. Reads no data.
    ///
    /// @throws dev.millrace.engine.problem.EngineException if the manifest is damaged or cannot be read
    public Results results(Path output) {
        return Results.in(output);
    }

    /// Finds what became of the rows of a finished run's input.
    ///
    /// @throws dev.millrace.engine.problem.EngineException if the recipe or its dataset cannot be read any more
    public ShardComparison comparison(Results.Finished results) {
        Recipe recipe = draft(results.recipe(), results.folder(), RecipePlaces.UNSAVED).recipe();
        return new ShardComparison(codecs, results, recipe, openDataset(recipe));
    }

    /// Compares the files of the finished run in a folder with what its manifest says.
    ///
    /// @param watcher told how far it is, and may stop it
    /// @throws dev.millrace.engine.problem.EngineException if there is no finished run, a file cannot be read, or it
    ///   was stopped
    public Verification verify(Path output, Verification.Watcher watcher) {
        return Verification.of(output, watcher);
    }

    /// Compares the files of the finished run in a folder with what its manifest says.
    ///
    /// @throws dev.millrace.engine.problem.EngineException if there is no finished run, or a file cannot be read
    public Verification verify(Path output) {
        return Verification.of(output);
    }

    private static BlockSize blockSize(Plan plan) {
        int bytes = plan.recipe().run().blockKb() << 10;
        return bytes == 0 ? BlockSize.DEFAULT : new BlockSize(bytes, BlockSize.DEFAULT.rows());
    }
}
