package dev.millrace.engine.run;

import dev.millrace.engine.dataset.ShardKey;
import dev.millrace.engine.json.Json;
import dev.millrace.engine.recipe.RecipeDocument;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// A run that did not finish and can be resumed, as its journal has it.
///
/// @param output its output folder
/// @param begun when it began
/// @param shardsWritten how many shards need not be transformed again
/// @param shards how many there are
public record UnfinishedRun(Path output, Instant begun, int shardsWritten, int shards) {

    /// Looks for one in a folder; reads its journal only.
    public static Optional<UnfinishedRun> in(Path output) {
        return JournalFile.read(OutputFolder.temporary(output.resolve(OutputFolder.JOURNAL)))
                .filter(JournalFile::worthKeeping)
                .map(journal -> of(output, journal));
    }

    /// The recipe of the run that did not finish in a folder, with absolute paths; empty if there is none.
    public static Optional<RecipeDocument> recipeIn(Path output) {
        Path journal = OutputFolder.temporary(output.resolve(OutputFolder.JOURNAL));
        return JournalFile.read(journal)
                .map(read -> RecipeDocument.parse(Json.document(read.begun().recipe()), journal.toString()));
    }

    private static UnfinishedRun of(Path output, JournalFile journal) {
        Set<ShardKey> written = new HashSet<>();
        for (JournalEntry entry : journal.entries()) {
            if (entry instanceof JournalEntry.Written each) {
                written.add(each.shard().key());
            }
        }
        return new UnfinishedRun(output, journal.begun().at(), written.size(), journal.begun().shards());
    }
}
