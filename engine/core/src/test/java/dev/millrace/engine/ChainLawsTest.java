package dev.millrace.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.json.Json;
import dev.millrace.engine.recipe.RecipeOverrides;
import dev.millrace.engine.run.Manifest;
import dev.millrace.engine.run.RunResult;
import dev.millrace.engine.testing.Seeds;
import dev.millrace.engine.testing.Tree;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The laws of the engine over chains of up to four strategies, in every format: whatever the mode, the workers, the
/// blocks and the notation of the data, the same is learned and no row is lost.
class ChainLawsTest {

    private static final List<String> FORMATS = List.of("csv", "tsv", "jsonl", "parquet");
    private static final List<Integer> WORKERS = List.of(1, 2, 3, 7, 9);

    @TempDir private Path folder;

    @ParameterizedTest
    @Seeds(count = 30)
    void aChainLearnsTheSameInEveryModeAndFormat(long seed) throws Exception {
        Random random = new Random(seed);
        writeShards(random);
        List<Map<String, Object>> chain = chain(random);
        Manifest batch = run(recipe("csv-in", "in", "csv", chain, "batch", 1), BlockSize.DEFAULT);
        Map<String, byte[]> model = model("csv-in");
        for (String format : FORMATS) {
            convert(format);
            BlockSize size = new BlockSize(1 + random.nextInt(4000), 1 + random.nextInt(60));
            int workers = WORKERS.get(random.nextInt(WORKERS.size()));
            Manifest streaming = run(recipe(format, format + "-data/train", format, chain, "streaming", workers), size);
            assertThat(model(format)).as(format).containsExactlyEntriesOf(model);
            assertThat(streaming.rows()).as(format).isEqualTo(batch.rows());
            assertThat(streaming.rows().balanced()).isTrue();
            assertThat(streaming.passes().size()).isLessThanOrEqualTo(chain.size() + 1);
        }
        assertSameRows(batch, run(recipe("again", "in", "csv", chain, "streaming", 3), new BlockSize(50, 1)));
    }

    /// Ninety to five hundred rows over a few shards, one of them empty now and then.
    private void writeShards(Random random) {
        int shards = 1 + random.nextInt(6);
        for (int shard = 1; shard <= shards; shard++) {
            StringBuilder text = new StringBuilder("id,day,who,kind,amount,label\n");
            int rows = random.nextInt(5) == 0 && shard > 1 ? 0 : 90;
            for (int row = 0; row < rows; row++) {
                text.append("r").append(shard).append('x').append(row);
                text.append(",2025-0").append(1 + random.nextInt(9)).append("-1").append(random.nextInt(9));
                text.append(",w").append(random.nextInt(40));
                text.append(',').append(List.of("a", "b", "\"c, d\"", "é", "").get(random.nextInt(5)));
                text.append(',').append(random.nextInt(4) == 0 ? "" : random.nextInt(900) / 10.0);
                text.append(',').append(random.nextInt(3) == 0 ? 1 : 0).append('\n');
            }
            Tree.write(folder.resolve("in/part-0000" + shard + ".csv"), text.toString());
        }
    }

    private static List<Map<String, Object>> chain(Random random) {
        List<Map<String, Object>> chain =
                new ArrayList<>(
                        List.of(
                                Map.of("strategy", "missing-value-imputation", "columns", Map.of("amount", "median")),
                                Map.of("strategy", "risk-table-mapping", "fields", List.of("who", "kind")),
                                Map.of("strategy", "stratified-sampling", "strataColumn", "label", "targetSize", 40),
                                random.nextBoolean()
                                        ? Map.of("strategy", "tabular-split")
                                        : Map.of(
                                                "strategy", "temporal-split",
                                                "dateColumn", "day",
                                                "groupColumn", "id",
                                                "splitDate", "2025-06-01")));
        Collections.shuffle(chain, random);
        return chain.subList(0, 1 + random.nextInt(4));
    }

    private void convert(String format) {
        Map<String, Object> nothingChanges =
                Map.of("strategy", "missing-value-imputation", "exclude", List.of("kind", "amount"));
        run(recipe(format + "-data", "in", format, List.of(nothingChanges), "streaming", 2), BlockSize.DEFAULT);
    }

    private Path recipe(
            String name, String data, String format, List<Map<String, Object>> chain, String mode, int workers) {
        Map<String, Object> recipe = new LinkedHashMap<>();
        recipe.put("version", 1);
        recipe.put("dataset", Map.of("path", data, "label", "label"));
        recipe.put("strategies", chain);
        recipe.put("output", Map.of("path", name, "format", format));
        recipe.put("run", Map.of("mode", mode, "workers", workers));
        return Tree.write(folder.resolve(name + ".json"), Json.document(recipe));
    }

    private static Manifest run(Path recipe, BlockSize size) {
        Engine engine = new Engine();
        RunResult result = engine.start(engine.plan(engine.readRecipe(recipe, RecipeOverrides.NONE)), size).await();
        return switch (result) {
            case RunResult.Done(Manifest manifest) -> manifest;
            case RunResult.Failed(RuntimeException cause) -> Assertions.fail("the run failed", cause);
            case RunResult.Cancelled() -> Assertions.fail("the run was cancelled");
        };
    }

    private Map<String, byte[]> model(String output) throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        Path model = folder.resolve(output).resolve("model");
        if (Files.exists(model)) {
            try (Stream<Path> entries = Files.list(model)) {
                for (Path file : entries.sorted().toList()) {
                    files.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
                }
            }
        }
        return files;
    }

    /// A batch file is the header and the bodies of the streaming shards, in shard order.
    private void assertSameRows(Manifest batch, Manifest streaming) throws Exception {
        for (Manifest.Output file : batch.outputs()) {
            List<String> shards = new ArrayList<>();
            for (Manifest.Output shard : streaming.outputs()) {
                if (shard.split().equals(file.split())) {
                    List<String> lines = Files.readAllLines(folder.resolve("again").resolve(shard.path()));
                    shards.addAll(shards.isEmpty() ? lines : lines.subList(1, lines.size()));
                }
            }
            assertThat(Files.readAllLines(folder.resolve("csv-in").resolve(file.path()))).isEqualTo(shards);
        }
        assertThat(streaming.outputs().stream().map(Manifest.Output::split).collect(Collectors.toSet()))
                .isEqualTo(batch.outputs().stream().map(Manifest.Output::split).collect(Collectors.toSet()));
    }
}
