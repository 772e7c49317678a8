package dev.millrace.engine.strategy.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.dataset.MissingTokens;
import dev.millrace.engine.dataset.ShardKey;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.ResourceException;
import dev.millrace.engine.run.Manifest;
import dev.millrace.engine.stats.ChiSquare;
import dev.millrace.engine.strategy.ArtifactSource;
import dev.millrace.engine.strategy.FitRound;
import dev.millrace.engine.strategy.StoredSummary;
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
        List<TemporalCounts> summaries = MemoryRun.summaries(round, table, 3);
        assertThat(MemoryRun.summaries(round, table, 1000)).isEqualTo(summaries);
        TemporalCounts none = round.start(new ShardKey(Split.TRAIN, 0)).summary();
        TemporalCounts left = none;
        for (TemporalCounts summary : summaries) {
            left = round.merge(left, summary);
        }
        TemporalCounts right = none;
        for (TemporalCounts summary : summaries.reversed()) {
            right = round.merge(summary, right);
        }
        assertThat(right).isEqualTo(left);
        assertThat(MemoryRun.summaries(round, table, 3)).isEqualTo(summaries);
        StoredSummary.assertLaws(round, summaries, new Random(seed));
        StoredSummary.assertSameOutcome(round, left);
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "03/04/2025|05/06/2025|the dates may be MM/dd/yyyy or dd/MM/yyyy, such as '03/04/2025' (MM/dd/yyyy or"
                        + " dd/MM/yyyy). Say which: set dateFormat to one of iso",
                "03/04/2025|31/12/2025|the dates can be read as dd/MM/yyyy only, such as '31/12/2025' (dd/MM/yyyy),"
                        + " '03/04/2025' (MM/dd/yyyy or dd/MM/yyyy). If that is what they are, set dateFormat to"
                        + " \"dd/MM/yyyy\".",
                "12/31/2025|31/12/2025|no one format reads all dates: '12/31/2025' (MM/dd/yyyy), '31/12/2025'"
                        + " (dd/MM/yyyy). Write them in one format, or set dateFormat to one of iso",
                "2025-01-01|01.01.2025|no one format reads all dates: '2025-01-01' (iso), '01.01.2025' (dd.MM.yyyy)",
                "20250304|20260304|the dates may be yyyyMMdd or epoch-seconds, such as '20250304' (yyyyMMdd or"
                        + " epoch-seconds or epoch-milliseconds). Say which"
            })
    void aFormatInDoubtIsAsked(String one, String other, String message) {
        Table table = Table.of("d", "g").row(1, one, "a").row(2, other, "b");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> MemoryRun.of(new TemporalSplit(HALF), subject(table, 42, true), table, 4))
                .withMessageStartingWith("memory, column 'd': " + message);
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
    void anUnreadableDateIsABadRow() {
        Table table = Table.of("d", "g").rows(2, 1, "2025-01-01", "a").row(2, "2025-01-01", "b").row(2, "soon", "c");
        table.row(3, "2026-01-01", "d").row(3, "NA", "d").row(3, "2025-01-01", "NA");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> MemoryRun.of(new TemporalSplit(HALF), subject(table, 42, true), table, 4))
                .withMessage(
                        "shard 2, line 2, column 'd': 'soon' is no date; accepted is iso, yyyy/MM/dd, MM/dd/yyyy,"
                            + " dd.MM.yyyy, epoch-seconds, epoch-milliseconds. Mend the value, or name the format in"
                            + " dateFormat.");
        MemoryRun run = MemoryRun.of(new TemporalSplit(HALF), subject(table, 42, false), table, 4);
        assertThat(run.rejections())
                .singleElement()
                .satisfies(rejection -> {
                    assertThat(rejection.column()).isEqualTo("d");
                    assertThat(rejection.reason()).isEqualTo("'soon' is no date; accepted is iso");
                });
        assertThat(run.dropped()).isEqualTo(Map.of("missing date", 1L, "missing group", 1L));
        assertThat(run.artifact().warnings())
                .containsExactly(
                        "temporal-split: 1 rows have no value of 'd' and are left out",
                        "temporal-split: 1 rows have no value of 'g' and are left out");
    }

    @Test
    void emptySplitsAreErrorsOrWarned() {
        Table later = Table.of("d", "g").row(1, "2026-01-01", "a");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> MemoryRun.of(new TemporalSplit(HALF), subject(later, 42, true), later, 4))
                .withMessage(
                        "memory, column 'd': no row is before 2025-06-01, so train and val are empty."
                                + " Choose a later splitDate.");
        Table one = Table.of("d", "g").row(1, "2025-01-01", "a");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> MemoryRun.of(new TemporalSplit(HALF), subject(one, 42, true), one, 4))
                .withMessage(
                        "memory, column 'g': 1 groups have a row before 2025-06-01, of which 0 are train, so train"
                                + " is empty. Choose another trainRatio, or a column with more groups in groupColumn.");
        Table none = Table.of("d", "g").row(1, "", "a");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> MemoryRun.of(new TemporalSplit(HALF), subject(none, 42, true), none, 4))
                .withMessage("memory, column 'd': no row has a readable date. Name the right column in dateColumn.");
        Table earlier = Table.of("d", "g").row(1, "2025-01-01", "a").row(1, "2025-01-01", "b");
        MemoryRun run = MemoryRun.of(new TemporalSplit(HALF), subject(earlier, 42, true), earlier, 4);
        assertThat(run.artifact().warningsAfter(run.counts()))
                .containsExactly(
                        "temporal-split: the split oot is empty; no row on or after 2025-06-01 is of a group outside"
                                + " train");
    }

    @Test
    void tooManyGroupsAreAnError() {
        Table table = Table.of("d", "g");
        for (int i = 0; i < 40; i++) {
            table.row(i % 2, "2025-01-01", "g" + i);
        }
        for (int most : List.of(19, 39)) {
            assertThatExceptionOfType(ResourceException.class)
                    .isThrownBy(() ->
                            MemoryRun.fitted(new TemporalFitRound(HALF, subject(table, 42, true), most), table, 4))
                    .withMessage(
                            "memory, column 'g': there are more than "
                                    + most
                                    + " groups, which do not fit into memory. Give the engine more memory (128 bytes"
                                    + " for each group), or choose a column with fewer groups in groupColumn.");
        }
        assertThat(MemoryRun.fitted(new TemporalFitRound(HALF, subject(table, 42, true), 40), table, 4)).isNotNull();
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
    void everySettingIsChecked() {
        Tree.write(folder.resolve("data/part-00001.csv"), "day,who,y\n2025-01-01,a,1\n");
        RecipeText recipe = RecipeText.of(folder.resolve("data"), folder.resolve("out"));
        assertThat(
                        Runs.failure(
                                recipe.strategy(
                                        "temporal-split",
                                        "dateColumn",
                                        "days",
                                        "groupColumn",
                                        "whom",
                                        "splitDate",
                                        "06/01/2025",
                                        "trainRatio",
                                        1,
                                        "dateFormat",
                                        "MM/DD/yyyy",
                                        "targets",
                                        List.of("y"),
                                        "mainTaskIndex",
                                        2,
                                        "ootAlias",
                                        "test")))
                .hasMessageContaining("there is no column 'days' in")
                .hasMessageContaining("there is no column 'whom' in")
                .hasMessageContaining("'06/01/2025' is no date. Write it as 2025-06-01 or 2025-06-01T12:00:00Z.")
                .hasMessageContaining("with a ratio of 0 or 1 either train or val is empty. Write a ratio between")
                .hasMessageContaining("there is no date format 'MM/DD/yyyy'. Did you mean 'MM/dd/yyyy'?")
                .hasMessageContaining("targets are two or more different columns, found y.")
                .hasMessageContaining("there is no target 2; the 1 targets count from 0.");
        assertThat(
                        Runs.failure(
                                recipe.strategy("tabular-split")
                                        .strategy(
                                                "temporal-split",
                                                "dateColumn",
                                                "day",
                                                "groupColumn",
                                                "who",
                                                "splitDate",
                                                "2025-01-01",
                                                "mainTaskIndex",
                                                0)))
                .hasMessageContaining("the rows are already split into train, val, test.")
                .hasMessageContaining("targets and mainTaskIndex belong together, but only one of them is given.");
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

    @Test
    void anEmptyOotIsWarnedOfAtTheEndOfARun() {
        Tree.write(folder.resolve("data/part-00001.csv"), "d,g\n2025-01-01,a\n2025-01-02,b\n");
        Manifest manifest =
                Runs.done(
                        RecipeText.of(folder.resolve("data"), folder.resolve("out"))
                                .strategy(
                                        "temporal-split",
                                        "dateColumn",
                                        "d",
                                        "groupColumn",
                                        "g",
                                        "splitDate",
                                        "2025-06-01",
                                        "trainRatio",
                                        0.5,
                                        "ootAlias",
                                        "test"));
        assertThat(manifest.warnings())
                .containsExactly(
                        "temporal-split: the split test is empty; no row on or after 2025-06-01 is of a group outside"
                                + " train");
    }

    private static Subject subject(Table table, long seed, boolean strict) {
        return MemoryRun.subject(table, null, seed, strict);
    }
}
