package dev.millrace.engine.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.Engine;
import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.problem.EngineException;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.engine.run.Manifest;
import dev.millrace.engine.run.Run;
import dev.millrace.engine.run.RunEvent;
import dev.millrace.engine.run.RunListener;
import dev.millrace.engine.run.RunResult;

import org.assertj.core.api.Assertions;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Runs recipes to their end. After every run: no worker is left; after one that succeeded, no file under a temporary
/// name; after one that did not, none but those that were there before, unless they can be gone on with.
public final class Runs {

    private static final int LIMIT_SECONDS = 60;

    private Runs() {}

    /// The manifest of a run that must succeed.
    public static Manifest done(RecipeText recipe, RunListener... listeners) {
        return done(recipe, BlockSize.DEFAULT, listeners);
    }

    /// The manifest of a run that must succeed, with blocks of a size.
    public static Manifest done(RecipeText recipe, BlockSize size, RunListener... listeners) {
        return switch (run(recipe.read(), size, listeners)) {
            case RunResult.Done(Manifest manifest) -> manifest;
            case RunResult.Failed(RuntimeException cause) -> Assertions.fail("the run failed", cause);
            case RunResult.Cancelled() -> Assertions.fail("the run was cancelled");
        };
    }

    /// What a recipe is refused or a run fails with.
    public static EngineException failure(RecipeText recipe, RunListener... listeners) {
        return failure(recipe, BlockSize.DEFAULT, listeners);
    }

    /// What a recipe is refused or a run fails with, with blocks of a size.
    public static EngineException failure(RecipeText recipe, BlockSize size, RunListener... listeners) {
        try {
            return switch (run(recipe.read(), size, listeners)) {
                case RunResult.Failed(EngineException cause) -> cause;
                case RunResult.Failed(RuntimeException cause) -> Assertions.fail("the engine itself failed", cause);
                case RunResult.Done _ -> Assertions.fail("the run succeeded");
                case RunResult.Cancelled() -> Assertions.fail("the run was cancelled");
            };
        } catch (EngineException refused) {
            return refused;
        }
    }

    /// The end of a run.
    public static RunResult run(Recipe recipe, BlockSize size, RunListener... listeners) {
        List<String> before = temporaryFiles(recipe);
        Engine engine = new Engine();
        return ended(recipe, engine.start(engine.plan(recipe), size, listeners), before);
    }

    /// The end of a run that goes on with one that did not finish.
    public static RunResult resume(Recipe recipe, BlockSize size, RunListener... listeners) {
        List<String> before = temporaryFiles(recipe);
        Engine engine = new Engine();
        return ended(recipe, engine.resume(engine.plan(recipe), size, listeners), before);
    }

    /// The end of a run with something that happens to it at its first event of a kind.
    public static RunResult disturbed(
            Recipe recipe, BlockSize size, Predicate<RunEvent> moment, Consumer<Run> disturbance) {
        List<String> before = temporaryFiles(recipe);
        CompletableFuture<Run> started = new CompletableFuture<>();
        CompletableFuture<RunEvent> reached = new CompletableFuture<>();
        Engine engine = new Engine();
        Run run =
                engine.start(
                        engine.plan(recipe),
                        size,
                        event -> {
                            if (moment.test(event) && reached.complete(event)) {
                                disturbance.accept(started.join());
                            }
                        });
        started.complete(run);
        RunResult result = ended(recipe, run, before);
        assertThat(reached).as("the moment came").isDone();
        return result;
    }

    private static RunResult ended(Recipe recipe, Run run, List<String> temporaryBefore) {
        assertThat(run.result()).as("the run ends").succeedsWithin(LIMIT_SECONDS, TimeUnit.SECONDS);
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("millrace-worker"));
        RunResult result = run.await();
        boolean done = result instanceof RunResult.Done;
        if (new Engine().unfinished(recipe).isEmpty()) {
            assertThat(temporaryFiles(recipe)).as("temporary files").isSubsetOf(done ? List.of() : temporaryBefore);
        } else {
            assertThat(done).as("what is left unfinished is finished").isFalse();
        }
        return result;
    }

    private static List<String> temporaryFiles(Recipe recipe) {
        return Tree.names(recipe.outputPath()).stream().filter(name -> name.endsWith(".partial")).toList();
    }
}
