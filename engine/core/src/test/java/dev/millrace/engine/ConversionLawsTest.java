package dev.millrace.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.BlockReader;
import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.format.ShardCodecs;
import dev.millrace.engine.recipe.Job;
import dev.millrace.engine.recipe.OutputSettings;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.engine.run.RunResult;
import dev.millrace.engine.testing.RecipeText;
import dev.millrace.engine.testing.Runs;
import dev.millrace.engine.testing.Tree;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Every strategy, from every format to every format, in both modes: what is learned is the same to the byte, and so is
/// every value of every row.
class ConversionLawsTest {

    private static final BlockSize SMALL = new BlockSize(400, 7);
    private static final int SHARDS = 3;
    private static final int ROWS = 40; // of a shard

    @TempDir private Path folder;

    enum Chain {
        SPLIT,
        IMPUTATION,
        RISK,
        SAMPLING,
        TEMPORAL,
        THREE;

        RecipeText of(RecipeText recipe) {
            return switch (this) {
                case SPLIT -> recipe.strategy("tabular-split", "trainRatio", 0.6);
                case IMPUTATION -> recipe.strategy("missing-value-imputation", "numerical", "median");
                case RISK -> recipe.riskTable(List.of("country"), "1", "countThreshold", 1);
                case SAMPLING ->
                        recipe.strategy(
                                "stratified-sampling", "strataColumn", "country", "targetSize", 30, "minPerStratum", 2);
                case TEMPORAL ->
                        recipe.strategy(
                                "temporal-split", "dateColumn", "day", "groupColumn", "who", "splitDate", "2025-03-01");
                case THREE -> RISK.of(IMPUTATION.of(SPLIT.of(recipe)));
            };
        }
    }

    /// What a run left.
    ///
    /// @param rows the values of each split's rows, in order
    private record Results(Map<String, String> model, Map<String, List<List<String>>> rows) {}

    @BeforeEach
    void writeShards() {
        Random random = new Random(7);
        for (int shard = 1; shard <= SHARDS; shard++) {
            StringBuilder text = new StringBuilder("who,day,country,amount,note,label\n");
            for (int row = 0; row < ROWS; row++) {
                text.append('c').append(random.nextInt(20));
                text.append(",2025-0").append(1 + random.nextInt(5)).append("-1").append(random.nextInt(10));
                text.append(',').append(oneOf(random, "DE", "FR", "IT", ""));
                text.append(',').append(oneOf(random, "1.5", "2.25", "-7.5", "1000.5", ""));
                text.append(',').append(oneOf(random, "\"a, b\"", "\"say \"\"x\"\"\"", "ä€😀", "plain", ""));
                text.append(',').append(oneOf(random, "0", "1", "1")).append('\n');
            }
            Tree.write(folder.resolve("CSV/train/part-" + shard + ".csv"), text.toString());
        }
        for (OutputSettings.Format format : formats().toList()) {
            if (format != OutputSettings.Format.CSV) {
                RecipeText copy =
                        RecipeText.of(folder.resolve("CSV/train"), folder.resolve(format.name()))
                                .strategy("missing-value-imputation", "exclude", List.of("country", "amount", "note"))
                                .streaming(1);
                done(copy.read(), format);
            }
        }
    }

    private static String oneOf(Random random, String... values) {
        return values[random.nextInt(values.length)];
    }

    private static Stream<OutputSettings.Format> formats() {
        return Arrays.stream(OutputSettings.Format.values()).filter(format -> format != OutputSettings.Format.SAME);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsLearnedAndEveryRowIsTheSame(Chain chain) throws IOException {
        Results expected = results(chain, OutputSettings.Format.CSV, OutputSettings.Format.CSV, true);
        assertThat(expected.rows().values().stream().mapToInt(List::size).sum()).isPositive();
        for (OutputSettings.Format from : formats().toList()) {
            for (OutputSettings.Format to : OutputSettings.Format.values()) {
                for (boolean batch : new boolean[] {true, false}) {
                    assertThat(results(chain, from, to, batch))
                            .as("%s to %s, %s", from, to, batch ? "batch" : "streaming")
                            .isEqualTo(expected);
                }
            }
        }
    }

    private Results results(Chain chain, OutputSettings.Format from, OutputSettings.Format to, boolean batch)
            throws IOException {
        Path output = folder.resolve("out-" + from + "-" + to + "-" + batch);
        RecipeText recipe =
                chain.of(
                        RecipeText.of(folder.resolve(from.name()).resolve("train"), output)
                                .label("label")
                                .overwriting());
        done((batch ? recipe.batch() : recipe.streaming(5)).read(), to);
        Map<String, String> model = new TreeMap<>(Tree.results(output));
        model.keySet().removeIf(file -> !file.startsWith("model/"));
        Map<String, List<List<String>>> rows = new TreeMap<>();
        for (String split : List.of("train", "val", "test", "oot")) {
            rows.put(split, rows(output, split, batch));
        }
        return new Results(model, rows);
    }

    private static void done(Recipe recipe, OutputSettings.Format format) {
        OutputSettings output = recipe.output();
        OutputSettings converted = new OutputSettings(output.path(), format, output.compression(), output.overwrite());
        assertThat(Runs.run(recipe.with(converted), SMALL)).isInstanceOf(RunResult.Done.class);
    }

    private static List<List<String>> rows(Path output, String split, boolean batch) throws IOException {
        try (Stream<Path> files = Files.list(output)) {
            List<Path> found =
                    files.filter(file -> file.getFileName().toString().startsWith(split + (batch ? "." : ""))).toList();
            List<List<String>> rows = new ArrayList<>();
            for (Path file : found) {
                Dataset dataset = new Engine().openDataset(file, Job.TRAINING);
                for (Shard shard : dataset.shards()) {
                    addRows(dataset, shard, rows);
                }
            }
            return rows;
        }
    }

    private static void addRows(Dataset dataset, Shard shard, List<List<String>> rows) throws IOException {
        int columns = dataset.schema().size();
        Set<Integer> all = IntStream.range(0, columns).boxed().collect(Collectors.toSet());
        ShardCodecs codecs = new ShardCodecs();
        try (BlockReader reader = codecs.of(shard.type().format()).open(dataset, shard, all, BlockSize.DEFAULT)) {
            for (Block block = reader.next(); block != null; block = reader.next()) {
                Block current = block;
                for (int row = 0; row < block.rows(); row++) {
                    int position = row;
                    rows.add(
                            IntStream.range(0, columns)
                                    .mapToObj(column -> current.column(column).text(position))
                                    .toList());
                }
            }
        }
    }
}
