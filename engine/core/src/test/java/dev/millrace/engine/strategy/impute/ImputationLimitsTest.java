package dev.millrace.engine.strategy.impute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.MissingTokens;
import dev.millrace.engine.problem.ResourceException;
import dev.millrace.engine.stats.NumberCounts;
import dev.millrace.engine.stats.Numbers;
import dev.millrace.engine.strategy.FitRound;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/// How many scans a column takes when it has more values than are kept.
class ImputationLimitsTest {

    private static final Limits TIGHT = new Limits(20, 10_000, NumberCounts.LEAST_LIMIT, 1000, 50_000);

    @TempDir private Path folder;
    private int fits;

    @Test
    void fewDistinctValuesTakeOneScan() {
        List<String> values = new ArrayList<>(List.of("", "1", "1.0", "2", "3"));
        assertThat(value(FillStrategy.MODE, values, 1)).isEqualTo("1.0 after 1");
        assertThat(value(FillStrategy.MEDIAN, values, 2)).isEqualTo("1.5 after 1");
        assertThat(value(FillStrategy.MEAN, values, 5)).isEqualTo("1.75 after 1");
    }

    @Test
    void theMeanOfManyNumbersTakesOneScan() {
        List<String> values = numbers(500);
        values.addFirst("");
        assertThat(value(FillStrategy.MEAN, values, 1)).isEqualTo("250.5 after 1");
    }

    @Test
    void aShardOfManyNumbersWithoutAMissingCellIsScannedAgain() {
        List<String> values = numbers(500);
        values.addFirst("");
        assertThat(value(FillStrategy.MEAN, values, 10)).isEqualTo("250.5 after 2");
    }

    @Test
    void theFirstMissingCellAfterManyNumbersTakesASecondScan() {
        List<String> values = numbers(500);
        values.add("");
        assertThat(value(FillStrategy.MEAN, values, 1)).isEqualTo("250.5 after 2");
        assertThat(value(FillStrategy.MODE, values, 1)).isEqualTo("1.0 after 3");
    }

    @Test
    void theMedianOfManyNumbersIsExactAfterNarrowing() {
        double[] numbers = new Random(5).doubles(4000, 100, 101).toArray();
        List<String> values = new ArrayList<>(Arrays.stream(numbers).mapToObj(String::valueOf).toList());
        values.addFirst("NA");
        double[] sorted = Arrays.stream(numbers).sorted().toArray();
        double median = 0.5 * (sorted[1999] + sorted[2000]);
        assertThat(value(FillStrategy.MEDIAN, values, 3))
                .startsWith(median + " after ")
                .isNotEqualTo(median + " after 1");
    }

    @Test
    void theMiddleOfTwoFarApartNumbersIsFound() {
        List<String> values = new ArrayList<>(List.of("NA"));
        IntStream.range(0, 100).forEach(i -> values.add("-1" + i + "e200"));
        IntStream.range(0, 100).forEach(i -> values.add("1" + i + "e-200"));
        double lower = -10e200;
        double upper = 10e-200;
        assertThat(value(FillStrategy.MEDIAN, values, 3)).startsWith(text(0.5 * (lower + upper)) + " after ");
    }

    @Test
    void theMiddleOfHugeNumbersDoesNotOverflow() {
        List<String> values = List.of("", "1.5e308", "1.5e308");
        assertThat(value(FillStrategy.MEDIAN, values, 1)).isEqualTo("1.5e+308 after 1");
    }

    @Test
    void theModeOfManyTextsTakesASecondScan() {
        List<String> values = new ArrayList<>(texts(500));
        values.add("");
        values.add("t77");
        assertThat(value(FillStrategy.MEAN, values, 1)).isEqualTo("t77 after 2");
        assertThat(value(FillStrategy.MEAN, values, 9)).isEqualTo("t77 after 2");
    }

    @Test
    void longTextsAreManyEarlier() {
        String text = "x".repeat(6_000);
        List<String> values = List.of("", text, text, text + "2");
        assertThat(value(FillStrategy.MEAN, values, 1)).isEqualTo(text + " after 2");
        assertThat(value(FillStrategy.MEAN, values, 2)).isEqualTo(text + " after 2");
    }

    @Test
    void manyIdsWithoutAMissingCellTakeOneScan() {
        Cells cells = Cells.column("id", texts(5000));
        assertThat(fit(Fillings.settings(FillStrategy.MEAN), cells, 3).rounds()).isEqualTo(1);
    }

    @Test
    void onlyColumnsThatNeedItAreScannedAgain() {
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < 300; row++) {
            rows.add(List.of(row == 299 ? "" : row + ".5", row == 0 ? "" : "t" + row, row % 2 == 0 ? "" : "1"));
        }
        Cells cells = new Cells(List.of("number", "text", "easy"), rows);
        Dataset dataset = cells.write(folder, 2);
        FitRound<ProfileSummary> round =
                new MissingValueImputation(Fillings.settings(FillStrategy.MEAN), TIGHT)
                        .fit(Cells.subject(dataset, MissingTokens.OF_PANDAS));
        FitRound.Outcome outcome = Fitting.outcome(round, Cells.blocks(dataset, 50));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        FitRound.Outcome.Refine.class,
                        refine -> {
                            RefineSummary nothing = (RefineSummary) Fitting.summary(refine.next(), List.of());
                            assertThat(nothing.columns())
                                    .hasSize(2)
                                    .hasExactlyElementsOfTypes(
                                            RefineSummary.Finding.Numbers.class, RefineSummary.Finding.Texts.class);
                        });
    }

    @Test
    void theModeOfTooManyTextsIsRefusedWithAWayOut() {
        List<String> values = new ArrayList<>(texts(1001));
        values.add("");
        assertThatThrownBy(() -> value(FillStrategy.MEAN, values, 1))
                .isInstanceOf(ResourceException.class)
                .hasMessage(
                        "strategy missing-value-imputation, column 'c': it has too many distinct texts to find the most"
                            + " frequent one; the limit is 1000 of together 0 MiB. Choose a constant, empty for this"
                            + " column, or exclude it.");
        assertThatThrownBy(() -> value(FillStrategy.MEAN, values, 4)).isInstanceOf(ResourceException.class);
    }

    @Test
    void theModeOfTooManyNumbersIsRefusedWithAWayOut() {
        List<String> values = numbers(1001);
        values.addFirst("");
        assertThatThrownBy(() -> value(FillStrategy.MODE, values, 3))
                .isInstanceOf(ResourceException.class)
                .hasMessageContaining("column 'c': it has too many distinct numbers")
                .hasMessageContaining("Choose the mean, the median, a constant for this column");
    }

    @Test
    void theWaysOutOfTooManyTextsWork() {
        List<String> values = new ArrayList<>(texts(1500));
        values.add("");
        for (Filling filling : List.of(Fillings.of(FillStrategy.EMPTY), Fillings.constant("none"))) {
            ImputationSettings settings = Fillings.settings(Fillings.of(FillStrategy.MEAN), Map.of("c", filling));
            Fitting fitting = fit(settings, Cells.column("c", values), 2);
            String expected = filling.chosen() == FillStrategy.EMPTY ? "" : "none";
            assertThat(only(fitting).value().text()).isEqualTo(expected);
        }
    }

    private String value(FillStrategy strategy, List<String> values, int shards) {
        Fitting fitting = fit(Fillings.settings(strategy), Cells.column("c", values), shards);
        return only(fitting).value().text() + " after " + fitting.rounds();
    }

    private static FilledColumn only(Fitting fitting) {
        List<FilledColumn> columns = ((ImputationArtifact) fitting.artifact()).columns();
        assertThat(columns).hasSize(1);
        return columns.getFirst();
    }

    private Fitting fit(ImputationSettings settings, Cells cells, int shards) {
        Dataset dataset = cells.write(folder.resolve("fit " + fits++), shards);
        return Fitting.of(
                new MissingValueImputation(settings, TIGHT).fit(Cells.subject(dataset, MissingTokens.OF_PANDAS)),
                Cells.blocks(dataset, 37));
    }

    private static String text(double number) {
        return Numbers.text(number);
    }

    private static List<String> numbers(int count) {
        return new ArrayList<>(IntStream.rangeClosed(1, count).mapToObj(String::valueOf).toList());
    }

    private static List<String> texts(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> "t" + i).toList();
    }
}
