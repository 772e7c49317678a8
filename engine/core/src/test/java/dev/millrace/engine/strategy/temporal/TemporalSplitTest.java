package dev.millrace.engine.strategy.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.dataset.MissingTokens;
import dev.millrace.engine.dataset.ShardKey;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.run.Manifest;
import dev.millrace.engine.stats.ChiSquare;
import dev.millrace.engine.strategy.ArtifactSource;
import dev.millrace.engine.strategy.FitLaws;
import dev.millrace.engine.strategy.FitRound;
import dev.millrace.engine.strategy.Subject;
import dev.millrace.engine.strategy.memory.MemoryRun;
import dev.millrace.engine.strategy.memory.Table;
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

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

class TemporalSplitTest {

    private static final ArtifactSource NO_ARTIFACTS =
            new ArtifactSource() {
                @Override
                public byte[] read(String name) {
                    return new byte[0];
                }

                @Override
                public JsonNode document(String name) {
                    throw new UnsupportedOperationException("a temporal split has no artifact");
                }
            };

    private static final TemporalSplitSettings HALF =
            new TemporalSplitSettings("d", "g", "2025-06-01", 0.5, "auto", null, null, OotAlias.OOT);

    @TempDir private Path folder;

    @Seeds(count = 60)
    void rowsGoWhereTheDefinitionSendsThem(long seed) {
        Table table = randomTable(seed);
        MemoryRun run = MemoryRun.of(new TemporalSplit(HALF), subject(table, seed, true), table, 4);
        Set<String> before = groups(run, row -> row.cells().getFirst().compareTo("2025-06-01") < 0);
        Set<String> train = groups(run, row -> row.split() == Split.TRAIN);
        Set<String> val = groups(run, row -> row.split() == Split.VAL);
        Set<String> oot = groups(run, row -> row.split() == Split.OOT);
        assertThat(train).hasSize(before.size() / 2);
        assertThat(val).hasSize(before.size() - before.size() / 2);
        assertThat(train).doesNotContainAnyElementsOf(val).doesNotContainAnyElementsOf(oot);
        for (MemoryRun.Row row : run.rows()) {
            boolean earlier = row.cells().getFirst().compareTo("2025-06-01") < 0;
            String group = row.cells().get(1);
            Split expected = null;
            if (!group.isEmpty() && !row.cells().getFirst().isEmpty()) {
                expected =
                        earlier
                                ? train.contains(group) ? Split.TRAIN : Split.VAL
                                : train.contains(group) ? null : Split.OOT;
            }
            assertThat(row.split()).as(row.toString()).isEqualTo(expected);
        }
        for (int blockRows : List.of(1, 100)) {
            assertThat(MemoryRun.of(new TemporalSplit(HALF), subject(table, seed, true), table, blockRows).rows())
                    .isEqualTo(run.rows());
        }
    }

    private static Set<String> groups(MemoryRun run, Predicate<MemoryRun.Row> rows) {
        return run.rows().stream()
                .filter(row -> !row.cells().getFirst().isEmpty() && !row.cells().get(1).isEmpty())
                .filter(rows)
                .map(row -> row.cells().get(1))
                .collect(Collectors.toSet());
    }

    @Seeds(count = 40)
    void summariesObeyTheLawsOfAFit(long seed) {
        Table table = randomTable(seed);
        FitRound<TemporalCounts> round = new TemporalFitRound(HALF, subject(table, seed, true), 1000);
        TemporalCounts none = round.start(new ShardKey(Split.TRAIN, 0)).summary();
        FitLaws.assertHold(round, none, table, new Random(seed));
    }

    private static Table randomTable(long seed) {
        Random random = new Random(seed);
        Table table = Table.of("d", "g").row(1, "2025-05-31", "x").row(9, "2025-05-31T23:59:59.999", "y");
        int groups = 2 + random.nextInt(20);
        for (int shard = 0; shard < 6; shard++) {
            for (int row = random.nextInt(30); row > 0; row--) {
                String date = "2025-0" + (1 + random.nextInt(9)) + "-" + (10 + random.nextInt(18));
                String group = "g" + random.nextInt(groups);
                table.row(shard, random.nextInt(20) == 0 ? "" : date, random.nextInt(20) == 0 ? "" : group);
            }
        }
        return table;
    }

    @Test
    void everyGroupIsEquallyLikelyToBeTrain() {
        Table table = Table.of("d", "g");
        int groups = 12;
        for (int i = 0; i < groups; i++) {
            table.rows(1 + i % 3, i % 4, "2025-01-01", "customer " + i);
        }
        table.row(1, "2026-01-01", "new");
        long[] hits = new long[groups];
        int seeds = 10_000;
        for (int seed = 0; seed < seeds; seed++) {
            MemoryRun run = MemoryRun.of(new TemporalSplit(HALF), subject(table, seed, true), table, 4);
            for (String group : groups(run, row -> row.split() == Split.TRAIN)) {
                hits[Integer.parseInt(group.substring(9))]++;
            }
        }
        double[] expected = new double[groups];
        Arrays.fill(expected, seeds / 2.0);
        ChiSquare.assertFits(hits, expected, groups - 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025-01-02|2025-07-02T10:00:00+02:00",
                "2025/01/02|2025/07/02",
                "01/02/2025|07/31/2025",
                "01/01/2025|07/07/2025",
                "02.01.2025|02.07.2025",
                "1735776000|1751414400",
                "1735776000000|1751414400000",
                "0|1751414400000",
                "20250102|1751414400"
            })
    void theFormatIsFoundOut(String earlier, String later) {
        Table table = Table.of("d", "g").row(1, earlier, "a").row(2, earlier, "b").row(3, later, "c");
        MemoryRun run = MemoryRun.of(new TemporalSplit(HALF), subject(table, 42, true), table, 4);
        assertThat(run.rowsIn(Split.OOT)).isEqualTo(1);
        assertThat(run.rowsIn(Split.TRAIN)).isEqualTo(1);
        assertThat(run.rowsIn(Split.VAL)).isEqualTo(1);
        assertThat(run.artifact().warningsAfter(run.counts())).isEmpty();
    }

    @Test
    void aGivenFormatSettlesTheDoubt() {
        Table table = Table.of("d", "g").row(1, "03/04/2025", "a").row(2, "03/05/2025", "b").row(2, "05/07/2025", "c");
        for (Map.Entry<String, Long> later : Map.of("MM/dd/yyyy", 0L, "dd/MM/yyyy", 1L).entrySet()) {
            TemporalSplitSettings settings =
                    new TemporalSplitSettings("d", "g", "2025-06-01", 0.5, later.getKey(), null, null, OotAlias.TEST);
            MemoryRun run = MemoryRun.of(new TemporalSplit(settings), subject(table, 42, true), table, 4);
            assertThat(run.rowsIn(Split.TEST)).isEqualTo(later.getValue());
        }
    }

    @Test
    void theMainTargetBecomesTheLargestOfTheOthers() {
        TemporalSplitSettings settings =
                new TemporalSplitSettings(
                        "d", "g", "2025-06-01", 0.5, "auto", List.of("a", "main", "b"), 1, OotAlias.OOT);
        Table table =
                Table.of("d", "g", "a", "main", "b")
                        .row(1, "2025-01-01", "x", "0", "7", "1")
                        .row(1, "2025-01-01", "x", "1.0", "7", "1")
                        .row(1, "2025-01-01", "x", "", "7", "NA")
                        .row(1, "2025-01-01", "x", "", "NA", "")
                        .row(2, "2025-01-01", "y", "-3", "", "-2.50")
                        .row(2, "2025-01-01", "y", "1e2", "1", ".5")
                        .row(2, "2025-01-01", "y", "", "4", "4")
                        .row(2, "2025-01-01", "y", "01", "0", "0");
        MemoryRun run = MemoryRun.of(new TemporalSplit(settings), subject(table, 42, true), table, 3);
        assertThat(run.rows().stream().map(row -> row.cells().get(3)))
                .containsExactly("1", "1.0", "", "NA", "-2.5", "100.0", "4", "1");
        Subject other =
                new Subject(
                        "memory",
                        table.schema(),
                        null,
                        MissingTokens.OF_PANDAS,
                        Set.of(Split.TESTING),
                        false,
                        42,
                        true);
        MemoryRun applied =
                MemoryRun.transformed(new TemporalSplit(settings).load(NO_ARTIFACTS, other), other, table, 3);
        assertThat(applied.rows().stream().map(row -> row.cells().get(3)))
                .containsExactly("1", "1.0", "", "NA", "-2.5", "100.0", "4", "1");
        assertThat(applied.rowsIn(Split.TESTING)).isEqualTo(8);
        table.row(3, "2025-01-01", "z", "much", "1", "1");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> MemoryRun.of(new TemporalSplit(settings), subject(table, 42, true), table, 4))
                .withMessage(
                        "shard 3, line 1, column 'a': target 'much' is no number."
                                + " Mend the value, or take the column out of targets.");
        MemoryRun lenient = MemoryRun.of(new TemporalSplit(settings), subject(table, 42, false), table, 4);
        assertThat(lenient.rejections())
                .singleElement()
                .satisfies(rejection -> {
                    assertThat(rejection.reason()).isEqualTo("target 'much' is no number");
                    assertThat(rejection.column()).isEqualTo("a");
                });
        assertThat(lenient.rowsIn(Split.VAL) + lenient.rowsIn(Split.TRAIN)).isEqualTo(8);
        assertThat(lenient.rowsIn(Split.TRAIN)).isEqualTo(4); // one of two groups, not of three
    }

    @Test
    void transactionsAreSplitAlikeByAnyWorkersAndBlocks() {
        Path data = SharedData.path("data/transactions");
        Map<Integer, Map<String, String>> results = new TreeMap<>();
        for (int workers : List.of(1, 3)) {
            RecipeText recipe =
                    RecipeText.of(data, folder.resolve("out" + workers))
                            .strategy(
                                    "temporal-split",
                                    "dateColumn",
                                    "txn_date",
                                    "groupColumn",
                                    "customer_id",
                                    "splitDate",
                                    "2025-06-01",
                                    "trainRatio",
                                    0.9);
            Manifest manifest =
                    Runs.done(recipe.streaming(workers), workers == 1 ? BlockSize.DEFAULT : new BlockSize(5000, 33));
            assertThat(manifest.rows()).matches(Manifest.Rows::balanced);
            assertThat(manifest.rows().dropped()).containsOnlyKeys("group in train after the split date");
            assertThat(manifest.passes()).hasSize(2);
            results.put(workers, Tree.results(folder.resolve("out" + workers)));
        }
        assertThat(results.get(3)).isEqualTo(results.get(1));
    }

    private static Subject subject(Table table, long seed, boolean strict) {
        return MemoryRun.subject(table, null, seed, strict);
    }
}
