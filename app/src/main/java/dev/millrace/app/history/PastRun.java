package dev.millrace.app.history;

import dev.millrace.engine.recipe.RecipeDocument;
import dev.millrace.engine.results.RunRecord;
import dev.millrace.engine.run.RunEvent.Outcome;
import dev.millrace.engine.run.UnfinishedRun;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A run of the history.
///
/// @param recipe that was run
/// @param standing what there is of its results
public record PastRun(RunRecord record, RecipeDocument recipe, Standing standing) {

    public String name() {
        return recipe.text("/name");
    }

    public String data() {
        return recipe.text("/dataset/path");
    }

    /// Its mode as recipes write it.
    public String mode() {
        return recipe.text("/run/mode");
    }

    public Path output() {
        return Path.of(record.output());
    }

    /// Looks what there is of the results of runs. Opens files.
    ///
    /// @param runs newest first
    static List<PastRun> of(List<RunRecord> runs) {
        List<PastRun> past = new ArrayList<>();
        Set<String> replaced = new HashSet<>();
        for (RunRecord run : runs) {
            Standing standing = replaced.contains(run.output()) ? older(run) : newest(run);
            past.add(new PastRun(run, run.recipeDocument(), standing));
            if (run.outcome() == Outcome.DONE) {
                replaced.add(run.output());
            }
        }
        return past;
    }

    private static Standing older(RunRecord run) {
        return run.outcome() == Outcome.DONE ? Standing.REPLACED : Standing.NOTHING;
    }

    private static Standing newest(RunRecord run) {
        Path output = Path.of(run.output());
        if (run.outcome() == Outcome.DONE) {
            return Files.exists(output.resolve("_SUCCESS")) ? Standing.THERE : Standing.GONE;
        }
        return UnfinishedRun.in(output).isPresent() ? Standing.UNFINISHED : Standing.NOTHING;
    }
}
