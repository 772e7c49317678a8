package dev.millrace.engine.strategy.impute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.Engine;
import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.dataset.MissingTokens;
import dev.millrace.engine.plan.Plan;
import dev.millrace.engine.run.Manifest;
import dev.millrace.engine.run.RunResult;
import dev.millrace.engine.testing.RandomDataset;
import dev.millrace.engine.testing.RandomDatasets;
import dev.millrace.engine.testing.RawCsv;
import dev.millrace.engine.testing.RecipeText;
import dev.millrace.engine.testing.Runs;
import dev.millrace.engine.testing.Seeds;
import dev.millrace.engine.testing.Tree;

import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/// Whole runs on generated datasets.
class ImputationRunTest {

    private static final List<String> OF_NUMBERS = List.of("mean", "median", "mode");

    @TempDir private Path folder;

    @Seeds(count = 40)
    void everyMissingCellIsFilledAndNoOtherChanges(long seed) throws IOException {
        RandomDataset dataset = RandomDatasets.write(seed, folder.resolve("in"));
        String strategy = OF_NUMBERS.get((int) (seed % OF_NUMBERS.size()));
        List<String> missing = dataset.missing() == null ? MissingTokens.OF_PANDAS.tokens() : dataset.missing();
        Map<String, String> values = values(dataset, new ImputationReference(missing), strategy);
        Path output = folder.resolve("out");
        RecipeText recipe = recipe(dataset, output, strategy);
        if (values.containsValue("NaN")) {
            assertThat(Runs.failure(recipe)).hasMessageContaining("its mean is not finite");
            return;
        }
        Runs.done(recipe, new BlockSize(64 + new Random(seed).nextInt(2000), 1000));
        for (Map.Entry<String, List<Path>> split : dataset.files().entrySet()) {
            List<List<String>> expected = new ArrayList<>();
            for (Path file : split.getValue()) {
                expected.addAll(filled(dataset, file, new ImputationReference(missing), values));
            }
            assertThat(written(output.resolve(split.getKey()))).isEqualTo(expected);
        }
    }

    @Seeds(count = 40)
    void modesWorkersAndBlocksGiveTheSameBytes(long seed) throws IOException {
        RandomDataset dataset = RandomDatasets.write(seed, folder.resolve("in"));
        List<Map<String, String>> models = new ArrayList<>();
        List<Map<String, String>> results = new ArrayList<>();
        for (int workers : List.of(0, 1, 4)) {
            Path output = folder.resolve("out " + workers);
            RecipeText recipe = recipe(dataset, output, "median");
            BlockSize size = workers == 1 ? new BlockSize(100, 7) : BlockSize.DEFAULT;
            RunResult result = Runs.run((workers == 0 ? recipe.batch() : recipe.streaming(workers)).read(), size);
            assertThat(result).isInstanceOf(RunResult.Done.class);
            models.add(Tree.files(output.resolve("model")));
            if (workers > 0) {
                results.add(Tree.results(output));
            }
        }
        assertThat(models).allMatch(models.getFirst()::equals);
        assertThat(results).allMatch(results.getFirst()::equals);
    }

    @Seeds(count = 40)
    void riskMappingAfterImputationSharesItsPassAndEqualsTwoRuns(long seed) throws IOException {
        RandomDataset dataset = RandomDatasets.write(seed, folder.resolve("in"));
        Object[] settings = {"numerical", "mode", "text", seed % 3 == 0 ? "empty" : "mode"};
        Path together = folder.resolve("together");
        Path filled = folder.resolve("filled");
        Path mapped = folder.resolve("mapped");
        RecipeText both =
                of(dataset, dataset.folder(), together)
                        .strategy(MissingValueImputation.ID, settings)
                        .riskTable(dataset.fields(), dataset.positiveLabel(), "countThreshold", 2)
                        .streaming(2);
        Plan plan = new Engine().plan(both.read());
        assertThat(plan.passes()).hasSize(2);
        Manifest manifest = Runs.done(both);
        assertThat(manifest.passes()).hasSize(2);
        Runs.done(of(dataset, dataset.folder(), filled).strategy(MissingValueImputation.ID, settings).streaming(2));
        Runs.done(
                of(dataset, shardsOf(filled), mapped)
                        .riskTable(dataset.fields(), dataset.positiveLabel(), "countThreshold", 2)
                        .streaming(2));
        SortedMap<String, String> expected = Tree.results(mapped);
        Tree.files(filled.resolve("model")).forEach((name, bytes) -> expected.put("model/" + name, bytes));
        assertThat(Tree.results(together)).isEqualTo(expected);
    }

    /// The shards of a finished run, as a dataset: one folder for each split.
    private Path shardsOf(Path output) throws IOException {
        Path shards = folder.resolve("shards");
        for (Map.Entry<String, String> file : Tree.results(output).entrySet()) {
            if (file.getKey().endsWith(".csv")) {
                Tree.write(shards.resolve(file.getKey()), file.getValue().getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return shards;
    }

    private static RecipeText recipe(RandomDataset dataset, Path output, String strategy) {
        return of(dataset, dataset.folder(), output)
                .strategy(MissingValueImputation.ID, "numerical", strategy)
                .streaming(3);
    }

    private static RecipeText of(RandomDataset dataset, Path input, Path output) {
        return RecipeText.of(input, output).label(dataset.label()).missing(dataset.missing());
    }

    /// The value of each column that is filled.
    private static Map<String, String> values(RandomDataset dataset, ImputationReference reference, String strategy)
            throws IOException {
        Map<String, List<String>> columns = new TreeMap<>();
        for (Path file : dataset.files().getOrDefault("train", List.of())) {
            for (Map<String, String> row : rows(file)) {
                row.forEach((column, value) -> columns.computeIfAbsent(column, _ -> new ArrayList<>()).add(value));
            }
        }
        columns.remove(dataset.label());
        Map<String, String> values = new TreeMap<>();
        columns.forEach(
                (column, cells) -> reference.fill(cells, strategy).ifPresent(fill -> values.put(column, fill.text())));
        return values;
    }

    private static List<List<String>> filled(
            RandomDataset dataset, Path file, ImputationReference reference, Map<String, String> values)
            throws IOException {
        List<List<String>> filled = new ArrayList<>();
        for (Map<String, String> row : rows(file)) {
            List<String> cells = new ArrayList<>();
            for (String column : dataset.columns()) {
                String value = row.getOrDefault(column, "");
                cells.add(reference.isMissing(value) ? values.getOrDefault(column, value) : value);
            }
            filled.add(cells);
        }
        return filled;
    }

    private static List<List<String>> written(Path split) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (String name : Tree.names(split)) {
            List<List<String>> all = RawCsv.values(Files.readString(split.resolve(name)));
            rows.addAll(all.subList(1, all.size()));
        }
        return rows;
    }

    private static List<Map<String, String>> rows(Path file) throws IOException {
        String text = Files.readString(file);
        List<List<String>> records = RawCsv.values(text.startsWith("\uFEFF") ? text.substring(1) : text);
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> record : records.subList(Math.min(1, records.size()), records.size())) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < record.size(); i++) {
                row.put(records.getFirst().get(i).replace("__DOT__", "."), record.get(i));
            }
            rows.add(row);
        }
        return rows;
    }
}
