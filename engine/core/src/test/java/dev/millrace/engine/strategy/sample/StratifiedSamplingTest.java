package dev.millrace.engine.strategy.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.json.Json;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.run.Manifest;
import dev.millrace.engine.stats.ChiSquare;
import dev.millrace.engine.strategy.FitLaws;
import dev.millrace.engine.strategy.FitRound;
import dev.millrace.engine.strategy.Subject;
import dev.millrace.engine.strategy.memory.MemoryRun;
import dev.millrace.engine.strategy.memory.Table;
import dev.millrace.engine.testing.RawCsv;
import dev.millrace.engine.testing.RecipeText;
import dev.millrace.engine.testing.Runs;
import dev.millrace.engine.testing.Seeds;
import dev.millrace.engine.testing.SharedData;
import dev.millrace.engine.testing.Tree;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

class StratifiedSamplingTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "adult,balanced",
        "adult,proportional_min",
        "adult,optimal",
        "adult,external_proportional",
        "transactions,balanced",
        "transactions,proportional_min",
        "transactions,optimal",
        "transactions,external_proportional"
    })
    void allocationsAreTheGoldenOnesInBothModes(String name, String allocation) {
        JsonNode spec = json(SharedData.path("golden/" + name + ".spec.json"));
        JsonNode sampling = spec.path("sampling");
        JsonNode golden = json(SharedData.path("golden/" + name + ".json")).path("sampling");
        JsonNode sizes = golden.path("allocation").path(allocation);
        String strata = sampling.path("strata").stringValue();
        List<List<RawCsv.Row>> modes = new ArrayList<>();
        for (boolean batch : List.of(true, false)) {
            Path out = folder.resolve(batch ? "batch" : "stream");
            RecipeText recipe =
                    RecipeText.of(SharedData.path("data/" + name), out)
                            .missing(spec.path("missing").valueStream().map(JsonNode::stringValue).toList())
                            .strategy(
                                    "stratified-sampling",
                                    "strataColumn",
                                    strata,
                                    "varianceColumn",
                                    sampling.path("variance"),
                                    "targetSize",
                                    sampling.path("n"),
                                    "minPerStratum",
                                    sampling.path("m"),
                                    "multiplier",
                                    sampling.path("mult"),
                                    "referenceCounts",
                                    sampling.path("ref"),
                                    "allocation",
                                    allocation);
            Manifest manifest = Runs.done(batch ? recipe.batch() : recipe.streaming(3), new BlockSize(9000, 70));
            assertThat(manifest.rows()).matches(Manifest.Rows::balanced);
            Map<String, Long> counts = new HashMap<>();
            List<RawCsv.Row> rows =
                    batch ? RawCsv.rows(Tree.bytes(out.resolve("train.csv"))) : joined(out.resolve("train"));
            modes.add(rows);
            int column = rows.getFirst().cells().indexOf(strata);
            rows.stream().skip(1).forEach(row -> counts.merge(row.cells().get(column), 1L, Long::sum));
            JsonNode diagnostics = json(out.resolve("model/sampling_diagnostics.json")).path("train");
            sizes.properties()
                    .forEach(size -> {
                        assertThat(counts).containsEntry(size.getKey(), size.getValue().longValue());
                        assertThat(diagnostics.path("achieved").path(size.getKey()).longValue())
                                .isEqualTo(size.getValue().longValue());
                        long population = golden.path("population").path(size.getKey()).longValue();
                        assertThat(diagnostics.path("population").path(size.getKey()).longValue())
                                .isEqualTo(population);
                        assertThat(diagnostics.path("weights").path(size.getKey()).doubleValue())
                                .isEqualTo((double) population / size.getValue().longValue());
                        if (allocation.equals("optimal")) {
                            double std = golden.path("std").path(size.getKey()).doubleValue();
                            assertThat(diagnostics.path("std").path(size.getKey()).doubleValue())
                                    .isCloseTo(std, within(1e-9 * std));
                        }
                    });
            assertThat(counts).hasSize(sizes.size());
        }
        assertThat(modes.get(0)).isEqualTo(modes.get(1));
    }

    private static List<RawCsv.Row> joined(Path split) {
        List<RawCsv.Row> rows = new ArrayList<>();
        Tree.files(split)
                .values()
                .forEach(text -> {
                    List<RawCsv.Row> all = RawCsv.rows(text);
                    rows.addAll(rows.isEmpty() ? all : all.subList(1, all.size()));
                });
        return rows;
    }

    @Test
    void rowsWithoutAStratumAreLeftOut() {
        Table table = Table.of("s").rows(5, 1, "a").rows(3, 1, "NA").rows(2, 2, "").rows(4, 2, "b");
        MemoryRun run = run(settings(AllocationRule.BALANCED, 6, 0, false), table, 42);
        assertThat(run.dropped()).isEqualTo(Map.of("missing stratum", 5L, "not sampled", 3L));
        assertThat(run.rowsIn(Split.TRAIN, 0, "a")).isEqualTo(3);
        assertThat(run.artifact().warnings())
                .containsExactly("stratified-sampling of train: 5 rows have no value of 's' and are left out");
    }

    @Test
    void strataAreTextsAsTheyAreWritten() {
        Table table = Table.of("s").rows(5, 1, "1").rows(5, 1, "1.0");
        MemoryRun run = run(settings(AllocationRule.BALANCED, 4, 0, false), table, 42);
        assertThat(run.rowsIn(Split.TRAIN, 0, "1")).isEqualTo(2);
        assertThat(run.rowsIn(Split.TRAIN, 0, "1.0")).isEqualTo(2);
    }

    @Test
    void onlyStrataWithTooFewRowsAreDrawnWithReplacement() {
        Table table = Table.of("s", "i");
        for (int i = 0; i < 60; i++) {
            table.row(i % 4, i < 57 ? "big" : "small", "row " + i);
        }
        for (long seed = 1; seed <= 30; seed++) {
            MemoryRun run = run(settings(AllocationRule.PROPORTIONAL_MIN, 40, 5, true), table, seed);
            assertThat(run.rowsIn(Split.TRAIN, 0, "big")).isEqualTo(35);
            assertThat(run.rowsIn(Split.TRAIN, 0, "small")).isEqualTo(20);
            assertThat(run.rows()).allMatch(row -> row.times() <= 1 || row.cells().getFirst().equals("small"));
        }
    }

    @Test
    void everyRowIsEquallyLikelyToBeDrawn() {
        Table table = table(new int[] {1, 1, 2, 5, 5, 5, 5, 6, 6});
        int seeds = 10_000;
        long[] hits = hits(settings(AllocationRule.BALANCED, 4, 0, false), table, seeds);
        double[] expected = new double[hits.length];
        Arrays.fill(expected, seeds * 4.0 / hits.length);
        ChiSquare.assertFits(hits, expected, hits.length - 1);
    }

    @Test
    void everyRowIsEquallyLikelyToBeDrawnWithReplacement() {
        Table table = table(new int[] {1, 1, 2, 5, 5, 5, 5, 6, 6});
        int seeds = 4000;
        long[] hits = hits(settings(AllocationRule.BALANCED, 20, 0, true), table, seeds);
        double[] expected = new double[hits.length];
        Arrays.fill(expected, seeds * 20.0 / hits.length);
        ChiSquare.assertFits(hits, expected, hits.length - 1);
    }

    @Test
    void twoSamplingsInARowAreIndependent() {
        Table table = table(new int[] {1, 1, 1, 1, 2, 2, 2, 2});
        int seeds = 10_000;
        long[] hits = new long[8];
        for (int seed = 0; seed < seeds; seed++) {
            List<MemoryRun.Row> first = run(settings(AllocationRule.BALANCED, 4, 0, false), table, seed).rows();
            Table left = Table.of("s", "i");
            first.stream()
                    .filter(row -> row.times() > 0)
                    .forEach(row -> left.row(row.shard(), row.cells().toArray(String[]::new)));
            run(settings(AllocationRule.BALANCED, 2, 0, false), left, seed).rows().stream()
                    .filter(row -> row.times() > 0)
                    .forEach(row -> hits[Integer.parseInt(row.cells().get(1))]++);
        }
        double[] expected = new double[8];
        Arrays.fill(expected, seeds / 4.0);
        ChiSquare.assertFits(hits, expected, 7);
    }

    private static Table table(int[] shards) {
        Table table = Table.of("s", "i");
        for (int i = 0; i < shards.length; i++) {
            table.row(shards[i], "all", Integer.toString(i));
        }
        return table;
    }

    private static long[] hits(StratifiedSamplingSettings settings, Table table, int seeds) {
        long[] hits = new long[table.size()];
        for (int seed = 0; seed < seeds; seed++) {
            List<MemoryRun.Row> rows = run(settings, table, seed).rows();
            for (int i = 0; i < hits.length; i++) {
                hits[i] += rows.get(i).times();
            }
        }
        return hits;
    }

    @Seeds(count = 60)
    void whatComesOutIsWhatTheDiagnosticsSayForAnyBlockSize(long seed) {
        Random random = new Random(seed);
        Table table = randomTable(random);
        StratifiedSamplingSettings settings =
                new StratifiedSamplingSettings(
                        "s",
                        random.nextLong(1, 60),
                        List.of(AllocationRule.values()).get(random.nextInt(4)),
                        random.nextInt(6),
                        random.nextBoolean() ? "v" : null,
                        Json.tree(Map.of("a", 7, "b", 1.5)),
                        1 + random.nextInt(4),
                        random.nextBoolean(),
                        false,
                        List.of("train"));
        Subject subject = MemoryRun.subject(table, null, seed, true);
        MemoryRun run = MemoryRun.of(new StratifiedSampling(settings), subject, table, 1000);
        for (int blockRows : List.of(1, 7)) {
            MemoryRun other = MemoryRun.of(new StratifiedSampling(settings), subject, table, blockRows);
            assertThat(other.rows()).isEqualTo(run.rows());
            assertThat(other.artifact().files().getFirst().content())
                    .isEqualTo(run.artifact().files().getFirst().content());
        }
        JsonNode achieved =
                Json.parse(run.artifact().files().getFirst().content(), Place.of("diagnostics"))
                        .path("train")
                        .path("achieved");
        achieved.properties()
                .forEach(stratum ->
                        assertThat(run.rowsIn(Split.TRAIN, 0, stratum.getKey()))
                                .isEqualTo(stratum.getValue().longValue()));
    }

    @Seeds(count = 40)
    void summariesObeyTheLawsOfAFit(long seed) {
        Table table = randomTable(new Random(seed));
        StratifiedSamplingSettings settings =
                new StratifiedSamplingSettings(
                        "s", 10, AllocationRule.OPTIMAL, 1, "v", null, 1, false, false, List.of("train"));
        FitRound<SampleCounts> round = new StratifiedSampling(settings).fit(MemoryRun.subject(table, null, seed, true));
        FitLaws.assertHold(round, SampleCounts.NONE, table, new Random(seed));
    }

    private static Table randomTable(Random random) {
        Table table = Table.of("s", "v");
        List<String> strata = List.of("a", "b", "c", "", "1", "1.0", "a", "a", "a");
        List<String> values = List.of("", "NA", "1", "2.5", "-3e2", "0.1", "0.2");
        for (int shard = 0; shard < 5; shard++) {
            for (int row = random.nextInt(25); row > 0; row--) {
                table.row(
                        shard * 2,
                        strata.get(random.nextInt(strata.size())),
                        values.get(random.nextInt(values.size())));
            }
        }
        return table;
    }

    @Test
    void eachSplitIsSampledOnItsOwnAfterASplit() {
        StringBuilder text = new StringBuilder("s,i\n");
        for (int i = 0; i < 400; i++) {
            text.append(i % 5 == 0 ? "rare" : "usual").append(',').append(i).append('\n');
        }
        Tree.write(folder.resolve("data/part-00001.csv"), text.toString());
        Tree.write(folder.resolve("data/part-00007.csv"), text.toString());
        RecipeText recipe =
                RecipeText.of(folder.resolve("data"), folder.resolve("out"))
                        .strategy("tabular-split")
                        .strategy("stratified-sampling", "strataColumn", "s", "targetSize", 50, "minPerStratum", 30);
        Manifest manifest = Runs.done(recipe.streaming(2));
        assertThat(manifest.rows().out())
                .isEqualTo(Map.of("train", 60L, "val", 30L + Math.min(30, rare()), "test", 120L));
        assertThat(manifest.rows()).matches(Manifest.Rows::balanced);
        assertThat(manifest.passes()).hasSize(3);
    }

    private long rare() {
        JsonNode diagnostics = json(folder.resolve("out/model/sampling_diagnostics.json"));
        return diagnostics.path("val").path("population").path("rare").longValue();
    }

    @Test
    void rowsThatAnEarlierSamplingRepeatsAreSampledAsOftenAsTheyAreThere() {
        Tree.write(folder.resolve("data/part-00001.csv"), "s,i\na,1\na,2\na,3\nb,4\nb,5\n");
        RecipeText twice =
                RecipeText.of(folder.resolve("data"), folder.resolve("out"))
                        .strategy("stratified-sampling", "strataColumn", "s", "targetSize", 40, "replacement", true)
                        .strategy("stratified-sampling", "strataColumn", "s", "targetSize", 30, "minPerStratum", 0);
        Manifest manifest = Runs.done(twice);
        assertThat(manifest.rows().out()).isEqualTo(Map.of("train", 30L));
        assertThat(manifest.rows()).matches(Manifest.Rows::balanced);
        RecipeText split =
                RecipeText.of(folder.resolve("data"), folder.resolve("no"))
                        .strategy("stratified-sampling", "strataColumn", "s", "targetSize", 40, "replacement", true)
                        .strategy("tabular-split");
        assertThat(Runs.failure(split))
                .hasMessage(
                        "strategy tabular-split: an earlier strategy repeats rows, and the copies of one row would come"
                                + " into different splits. Put tabular-split before the sampling with replacement.");
    }

    @Test
    void otherJobsKeepEveryRow() {
        Tree.write(folder.resolve("data/part-00001.csv"), "s,i\na,1\na,2\n");
        RecipeText recipe =
                RecipeText.of(folder.resolve("data"), folder.resolve("out"))
                        .strategy("stratified-sampling", "strataColumn", "s", "targetSize", 1)
                        .job("testing", folder.resolve("nowhere"));
        assertThat(Runs.done(recipe).rows().out()).isEqualTo(Map.of("testing", 2L));
    }

    private static StratifiedSamplingSettings settings(
            AllocationRule rule, long target, long minimum, boolean replacement) {
        return new StratifiedSamplingSettings(
                "s", target, rule, minimum, null, null, 1, replacement, false, List.of("train", "val"));
    }

    private static MemoryRun run(StratifiedSamplingSettings settings, Table table, long seed) {
        return MemoryRun.of(new StratifiedSampling(settings), MemoryRun.subject(table, null, seed, true), table, 4);
    }

    private static JsonNode json(Path file) {
        try {
            return Json.parse(Files.readAllBytes(file), Place.of(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
