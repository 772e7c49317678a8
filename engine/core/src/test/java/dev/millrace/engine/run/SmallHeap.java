package dev.millrace.engine.run;

import dev.millrace.engine.Engine;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A process of its own that runs a recipe and writes to a file how that ended.
final class SmallHeap {

    private SmallHeap() {}

    /// Runs a recipe.
    ///
    /// @param arguments the recipe, and the file to write to
    public static void main(String[] arguments) throws Exception {
        Engine engine = new Engine();
        Run run = engine.start(engine.plan(engine.readRecipe(Path.of(arguments[0]))));
        String end =
                switch (run.await()) {
                    case RunResult.Done _ -> "done";
                    case RunResult.Failed(RuntimeException cause) ->
                            cause.getClass().getSimpleName() + " " + cause.getMessage();
                    case RunResult.Cancelled() -> "cancelled";
                };
        Files.writeString(Path.of(arguments[1]), end, StandardCharsets.UTF_8);
    }
}
