package dev.millrace.engine.strategy.split;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.json.Json;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.run.Manifest;
import dev.millrace.engine.stats.ChiSquare;
import dev.millrace.engine.strategy.FitLaws;
import dev.millrace.engine.strategy.FitRound;
import dev.millrace.engine.strategy.Subject;
import dev.millrace.engine.strategy.memory.MemoryRun;
import dev.millrace.engine.strategy.memory.Table;
import dev.millrace.engine.testing.RandomDataset;
import dev.millrace.engine.testing.RandomDatasets;
import dev.millrace.engine.testing.RawCsv;
import dev.millrace.engine.testing.RecipeText;
import dev.millrace.engine.testing.Runs;
import dev.millrace.engine.testing.Seeds;
import dev.millrace.engine.testing.SharedData;
import dev.millrace.engine.testing.Tree;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

class TabularSplitTest {

    private static final TabularSplitSettings DEFAULTS = new TabularSplitSettings(0.7, 0.5, true);

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "10,0.7,0.5,7,2,1",
        "11,0.7,0.5,7,2,2",
        "1,0.7,0.5,0,1,0",
        "3,0.9,0.5,2,1,0",
        "10,1,0.5,10,0,0",
        "10,0.5,0,5,0,5",
        "10,0.3,0.1,3,1,6",
        "100,0.29,1,29,71,0"
    })
    void sizesAreThoseOfTheDefinition(int rows, double trainRatio, double testValRatio, int train, int val, int test) {
        Table table = Table.of("x").rows(rows, 1, "a");
        MemoryRun run = run(new TabularSplitSettings(trainRatio, testValRatio, true), table, null, 42);
        assertThat(run.rowsIn(Split.TRAIN)).isEqualTo(train);
        assertThat(run.rowsIn(Split.VAL)).isEqualTo(val);
        assertThat(run.rowsIn(Split.TEST)).isEqualTo(test);
        assertThat(run.artifact().files()).isEmpty();
    }

    @Test
    void classesGetTheirShareByLargestRemainder() {
        // n = 10, n_train = 7: quotas 4.9 and 2.1; holdout 2 and 1 (rows), n_val = 2: quotas 4/3 and 2/3.
        Table table = Table.of("y").rows(3, 1, "no").rows(4, 2, "no").rows(2, 3, "yes").rows(1, 5, "yes");
        MemoryRun run = run(DEFAULTS, table, "y", 42);
        assertThat(run.rowsIn(Split.TRAIN, 0, "0")).isEqualTo(5);
        assertThat(run.rowsIn(Split.TRAIN, 0, "1")).isEqualTo(2);
        assertThat(run.rowsIn(Split.VAL, 0, "0")).isEqualTo(1);
        assertThat(run.rowsIn(Split.VAL, 0, "1")).isEqualTo(1);
        assertThat(run.rowsIn(Split.TEST, 0, "0")).isEqualTo(1);
        assertThat(run.artifact().warnings())
                .containsExactly("the split test has no row of label yes; there are too few of them");
    }

    @Test
    void labelsAreNumberedInCodePointOrderOverAllShards() {
        Table table =
                Table.of("y", "x")
                        .row(1, "\uFB01", "a")
                        .row(1, "b", "b")
                        .row(2, "\uD83D\uDE00", "c")
                        .row(2, "NA", "d")
                        .row(3, "B", "e")
                        .row(3, "1", "f");
        MemoryRun run = run(DEFAULTS, table, "y", 42);
        assertThat(run.rows().stream().map(row -> row.cells().getFirst()))
                .containsExactly("3", "2", "4", "NA", "1", "0");
        assertThat(run.dropped()).isEqualTo(Map.of("missing label", 1L));
        assertThat(run.artifact().files())
                .singleElement()
                .satisfies(file -> {
                    assertThat(file.name()).isEqualTo("label_map.json");
                    assertThat(file.content())
                            .asString(StandardCharsets.UTF_8)
                            .isEqualTo(
                                    """
                                    {
                                      "1" : 0,
                                      "B" : 1,
                                      "b" : 2,
                                      "\uFB01" : 3,
                                      "😀" : 4
                                    }
                                    """);
                });
    }

    @Test
    void numericalLabelsBecomeWholeNumbers() {
        Table table = Table.of("y");
        List.of("1.0", "1", "0", "-1.", "+2", "1e1", "9007199254740993", "007", "-0")
                .forEach(cell -> table.row(1, cell));
        MemoryRun run = run(DEFAULTS, table, "y", 42);
        assertThat(run.rows().stream().map(row -> row.cells().getFirst()))
                .containsExactly("1", "1", "0", "-1", "2", "10", "9007199254740993", "7", "0");
        assertThat(run.artifact().files()).isEmpty();
    }

    @Test
    void aFractionAmongNamesIsAName() {
        Table table = Table.of("y").row(1, "0.5").row(2, "none");
        assertThat(run(DEFAULTS, table, "y", 42).rows().stream().map(row -> row.cells().getFirst()))
                .containsExactly("0", "1");
    }

    @Test
    void withoutStrataOnlyTheTotalsAreFixed() {
        Table table = Table.of("y").rows(60, 1, "a").rows(40, 2, "b").rows(10, 2, "");
        boolean varies = false;
        for (long seed = 1; seed <= 20; seed++) {
            MemoryRun run = run(new TabularSplitSettings(0.7, 0.5, false), table, "y", seed);
            assertThat(run.rowsIn(Split.TRAIN)).isEqualTo(70);
            assertThat(run.rowsIn(Split.VAL)).isEqualTo(15);
            assertThat(run.rowsIn(Split.TEST)).isEqualTo(15);
            assertThat(run.dropped()).isEqualTo(Map.of("missing label", 10L));
            varies |= run.rowsIn(Split.TRAIN, 0, "0") != 42;
        }
        assertThat(varies).isTrue();
    }

    @Test
    void everyRowIsEquallyLikelyInEverySplit() {
        Table table = Table.of("y");
        int[] shards = {1, 1, 1, 2, 4, 4, 4, 4, 4, 7, 7, 7};
        for (int i = 0; i < shards.length; i++) {
            table.row(shards[i], i % 3 == 0 ? "b" : "a");
        }
        int seeds = 8000;
        Map<Split, long[]> hits =
                Map.of(
                        Split.TRAIN, new long[shards.length],
                        Split.VAL, new long[shards.length],
                        Split.TEST, new long[shards.length]);
        for (int seed = 0; seed < seeds; seed++) {
            List<MemoryRun.Row> rows = run(new TabularSplitSettings(0.5, 0.5, true), table, "y", seed).rows();
            for (int i = 0; i < rows.size(); i++) {
                hits.get(rows.get(i).split())[i]++;
            }
        }
        // 8 a and 4 b: train 4 + 2; of the holdout 4 + 2, val 2 + 1.
        assertEven(hits.get(Split.TRAIN), seeds / 2.0);
        assertEven(hits.get(Split.VAL), seeds / 4.0);
        assertEven(hits.get(Split.TEST), seeds / 4.0);
    }

    private static void assertEven(long[] hits, double each) {
        double[] expected = new double[hits.length];
        Arrays.fill(expected, each);
        ChiSquare.assertFits(hits, expected, hits.length - 2); // two strata
    }

    @Seeds(count = 40)
    void summariesObeyTheLawsOfAFit(long seed) {
        Table table = randomTable(seed);
        FitRound<LabelCounts> round = new TabularSplit(DEFAULTS).fit(MemoryRun.subject(table, "y", seed, true));
        FitLaws.assertHold(round, LabelCounts.NONE, table, new Random(seed));
    }

    @Seeds(count = 40)
    void blockSizeChangesNothing(long seed) {
        Table table = randomTable(seed);
        Subject subject = MemoryRun.subject(table, "y", seed, true);
        List<MemoryRun.Row> rows = MemoryRun.of(new TabularSplit(DEFAULTS), subject, table, 1000).rows();
        assertThat(MemoryRun.of(new TabularSplit(DEFAULTS), subject, table, 1).rows()).isEqualTo(rows);
        assertThat(MemoryRun.of(new TabularSplit(DEFAULTS), subject, table, 7).rows()).isEqualTo(rows);
    }

    private static Table randomTable(long seed) {
        Random random = new Random(seed);
        Table table = Table.of("y", "x");
        List<String> labels =
                List.of(List.of("0", "1", "1.0", ""), List.of("a", "b", "NA", "c", "a", "a"), List.of("7", "-1", "7."))
                        .get(random.nextInt(3));
        for (int shard = 0; shard < 6; shard++) {
            for (int row = random.nextInt(30); row > 0; row--) {
                table.row(shard * 3, labels.get(random.nextInt(labels.size())), "x" + row);
            }
        }
        return table.row(1, labels.getFirst(), "one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"adult", "transactions"})
    void countsAreTheGoldenOnesInBothModes(String name) {
        Path data = SharedData.path("data/" + name);
        JsonNode spec = json(SharedData.path("golden/" + name + ".spec.json"));
        JsonNode golden = json(SharedData.path("golden/" + name + ".json")).path("split");
        String label = spec.path("label").stringValue();
        RecipeText recipe =
                RecipeText.of(data, folder.resolve("out"))
                        .label(label)
                        .missing(spec.path("missing").valueStream().map(JsonNode::stringValue).toList())
                        .strategy("tabular-split");
        Runs.done(recipe.batch());
        for (String split : List.of("train", "val", "test")) {
            List<List<String>> rows = RawCsv.values(Tree.bytes(folder.resolve("out/" + split + ".csv")));
            int column = rows.getFirst().indexOf(label);
            JsonNode map =
                    Files.exists(folder.resolve("out/model/label_map.json"))
                            ? json(folder.resolve("out/model/label_map.json"))
                            : null;
            golden.path(split)
                    .properties()
                    .forEach(entry -> {
                        String number = map == null ? entry.getKey() : map.get(entry.getKey()).asString();
                        assertThat(rows.stream().skip(1).filter(row -> row.get(column).equals(number)).count())
                                .as(split + " " + entry.getKey())
                                .isEqualTo(entry.getValue().longValue());
                    });
            assertThat(rows.size() - 1).isEqualTo(golden.path("totals").path(split).intValue());
        }
        RecipeText streaming =
                RecipeText.of(data, folder.resolve("stream"))
                        .label(label)
                        .missing(spec.path("missing").valueStream().map(JsonNode::stringValue).toList())
                        .strategy("tabular-split")
                        .streaming(3);
        Runs.done(streaming, new BlockSize(3000, 50));
        for (String split : List.of("train", "val", "test")) {
            assertThat(joined(folder.resolve("stream/" + split)))
                    .isEqualTo(RawCsv.rows(Tree.bytes(folder.resolve("out/" + split + ".csv"))));
        }
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

    @Seeds(count = 40)
    void runsOfAnyLayoutAgreeAndAccountForEveryRow(long seed) throws IOException {
        RandomDataset data = RandomDatasets.write(seed, folder.resolve("data"));
        RecipeText recipe =
                RecipeText.of(data.folder(), folder.resolve("a"))
                        .label(data.label())
                        .missing(data.missing())
                        .strategy("tabular-split", "trainRatio", 0.6);
        if (!data.files().keySet().equals(Set.of("train"))
                || !data.files().get("train").getFirst().getParent().equals(data.folder())) {
            return; // already split
        }
        Manifest manifest = Runs.done(recipe.streaming(1));
        assertThat(manifest.rows()).matches(Manifest.Rows::balanced);
        RecipeText again =
                RecipeText.of(data.folder(), folder.resolve("b"))
                        .label(data.label())
                        .missing(data.missing())
                        .strategy("tabular-split", "trainRatio", 0.6);
        Runs.done(again.streaming(4), new BlockSize(30, 2));
        assertThat(Tree.results(folder.resolve("b"))).isEqualTo(Tree.results(folder.resolve("a")));
    }

    @Test
    void otherJobsNumberLabelsAndMoveNoRow() {
        Tree.write(folder.resolve("data/part-00001.csv"), "y,x\nno,1\nyes,2\nno,3\nyes,4\nno,5\n");
        Runs.done(RecipeText.of(folder.resolve("data"), folder.resolve("out")).label("y").strategy("tabular-split"));
        Tree.write(folder.resolve("more/part-00001.csv"), "y,x\nyes,1\n,2\nno,3\n");
        RecipeText recipe =
                RecipeText.of(folder.resolve("more"), folder.resolve("done"))
                        .label("y")
                        .strategy("tabular-split")
                        .job("validation", folder.resolve("out"));
        Runs.done(recipe.batch());
        assertThat(Tree.bytes(folder.resolve("done/validation.csv"))).isEqualTo("y,x\n1,1\n0,3\n");
        Tree.write(folder.resolve("more/part-00002.csv"), "y,x\nno,1\nperhaps,2\n");
        assertThat(Runs.failure(recipe.overwriting()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(
                        "part-00002.csv, line 3, column 'y': label 'perhaps' is none of the 2 labels of the training"
                                + " run. Mend the label, or train again with rows of that label.");
    }

    @Test
    void otherJobsOfNumericalLabelsNeedNoFile() {
        Tree.write(folder.resolve("data/part-00001.csv"), "y,x\n0,1\n1.0,2\n0,3\n");
        Runs.done(RecipeText.of(folder.resolve("data"), folder.resolve("out")).label("y").strategy("tabular-split"));
        assertThat(folder.resolve("out/model/label_map.json")).doesNotExist();
        RecipeText recipe =
                RecipeText.of(folder.resolve("data"), folder.resolve("done"))
                        .label("y")
                        .strategy("tabular-split")
                        .job("testing", folder.resolve("out"));
        Runs.done(recipe.batch());
        assertThat(Tree.bytes(folder.resolve("done/testing.csv"))).isEqualTo("y,x\n0,1\n1,2\n0,3\n");
    }

    private static MemoryRun run(TabularSplitSettings settings, Table table, @Nullable String label, long seed) {
        return MemoryRun.of(new TabularSplit(settings), MemoryRun.subject(table, label, seed, true), table, 4);
    }

    private static JsonNode json(Path file) {
        try {
            return Json.parse(Files.readAllBytes(file), Place.of(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
