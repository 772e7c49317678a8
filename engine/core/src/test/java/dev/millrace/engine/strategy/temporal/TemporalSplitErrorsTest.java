package dev.millrace.engine.strategy.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.ResourceException;
import dev.millrace.engine.run.Manifest;
import dev.millrace.engine.strategy.Subject;
import dev.millrace.engine.strategy.memory.MemoryRun;
import dev.millrace.engine.strategy.memory.Table;
import dev.millrace.engine.testing.RecipeText;
import dev.millrace.engine.testing.Runs;
import dev.millrace.engine.testing.Tree;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class TemporalSplitErrorsTest {

    private static final TemporalSplitSettings HALF =
            new TemporalSplitSettings("d", "g", "2025-06-01", 0.5, "auto", null, null, OotAlias.OOT);

    @TempDir private Path folder;

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
