package dev.millrace.engine;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.BlockReader;
import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.DatasetOptions;
import dev.millrace.engine.dataset.DialectOverrides;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.format.DatasetReader;
import dev.millrace.engine.format.ShardCodecs;
import dev.millrace.engine.pickle.Pickle;
import dev.millrace.engine.problem.EngineException;
import dev.millrace.engine.problem.Place;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What becomes of a file that somebody hands in: data is read to its end, everything else is taken for a recipe.
final class HostileFile {

    /// Where the content tells another encoding than the corpus has in mind.
    private static final DialectOverrides UTF_8 =
            new DialectOverrides(null, null, null, null, null, null, null, "UTF-8");

    private HostileFile() {}

    /// The end of it.
    ///
    /// @param word `READ`, `QUARANTINE` if there are bad rows, `REJECT` with one of our own errors
    /// @param told rows, the first bad row, or the error
    record Outcome(String word, String told) {}

    /// Prints the outcome of each file.
    public static void main(String[] files) throws IOException {
        for (String file : files) {
            System.out.println(outcome(Path.of(file)).word());
        }
    }

    static Outcome outcome(Path file) throws IOException {
        String name = file.getFileName().toString();
        try {
            if (name.startsWith("recipe_")) {
                if (name.endsWith(".pkl")) {
                    Pickle.read(Files.readAllBytes(file), Place.of(file));
                }
                new Engine().readRecipe(file);
                return new Outcome("READ", "a recipe");
            }
            return read(file);
        } catch (EngineException refused) {
            return new Outcome("REJECT", refused.getMessage());
        }
    }

    /// Reads all rows and their cells, up to the first bad one.
    private static Outcome read(Path file) throws IOException {
        DatasetOptions options =
                file.endsWith("invalid_utf8.csv") ? new DatasetOptions(null, null, UTF_8, false) : DatasetOptions.NONE;
        ShardCodecs codecs = new ShardCodecs();
        Dataset dataset = new DatasetReader(codecs).readAllRows(file, List.of(Split.TRAIN), Split.TRAIN, options);
        Set<Integer> all = IntStream.range(0, dataset.schema().size()).boxed().collect(Collectors.toSet());
        long rows = 0;
        try (BlockReader reader =
                codecs.of(dataset.type().format()).open(dataset, dataset.shards().getFirst(), all, BlockSize.DEFAULT)) {
            for (Block block = reader.next(); block != null; block = reader.next()) {
                if (!block.badRows().isEmpty()) {
                    return new Outcome("QUARANTINE", block.badRows().getFirst().exception().getMessage());
                }
                for (int position : all) {
                    block.column(position).number(block.rows() - 1);
                }
                rows += block.rows();
            }
        }
        return new Outcome("READ", rows + " rows");
    }
}
