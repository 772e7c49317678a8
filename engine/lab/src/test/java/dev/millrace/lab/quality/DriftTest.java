package dev.millrace.lab.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.millrace.engine.Engine;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.MissingTokens;
import dev.millrace.engine.recipe.Job;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// Against `scipy.stats.ks_2samp` 1.17.1 and NumPy.
class DriftTest {

    private static final String[] KINDS = {"a", "b", "c", "d"};

    @TempDir private Path folder;

    private TableFigures first = new TableFigures("", List.of());
    private TableFigures second = new TableFigures("", List.of());

    @BeforeEach
    void twoTables() throws IOException {
        StringBuilder one = new StringBuilder("number,kind\n");
        for (int i = 0; i < 200; i++) {
            int kind = i % 100 < 50 ? 0 : i % 100 < 80 ? 1 : 2;
            one.append(rounded(Math.sin(i * 0.9) * 10)).append(',').append(KINDS[kind]).append('\n');
        }
        StringBuilder other = new StringBuilder("number,kind\n");
        for (int i = 0; i < 150; i++) {
            int kind = i % 10 < 2 ? 0 : i % 10 < 5 ? 1 : i % 10 < 9 ? 2 : 3;
            other.append(rounded(Math.sin(i * 1.1) * 9 + 1)).append(',').append(KINDS[kind]).append('\n');
        }
        first = table("first", one.toString());
        second = table("second", other.toString());
    }

    @Test
    void numbersAreComparedByDistanceAndShift() {
        Drift.ColumnDrift number = Drift.between(first, second).columns().getFirst();

        assertThat(number.ks()).isCloseTo(0.14, within(1e-12));
        assertThat(number.ksError()).isZero();
        assertThat(number.meanShift()).isCloseTo(0.13098014151043427, within(1e-12));
        assertThat(number.psi()).isNull();
        assertThat(number.level()).isEqualTo(Drift.Level.MODERATE);
    }

    @Test
    void categoriesAreComparedByTheirShares() {
        Drift.ColumnDrift kind = Drift.between(first, second).columns().getLast();

        assertThat(kind.l1()).isCloseTo(0.6, within(1e-12));
        assertThat(kind.psi()).isCloseTo(1.103601408044551, within(1e-12));
        assertThat(kind.level()).isEqualTo(Drift.Level.LARGE);
    }

    @Test
    void aTableDoesNotDriftFromItself() {
        assertThat(Drift.between(first, first).columns())
                .allSatisfy(column -> assertThat(column.level()).isEqualTo(Drift.Level.STABLE))
                .allSatisfy(column -> assertThat(column.ks() == null ? column.psi() : column.ks()).isZero());
    }

    @Test
    void otherColumnsAndTypesAreToldInWords() throws IOException {
        TableFigures other = table("other", "number,extra\nx,1\ny,2\n");

        assertThat(Drift.between(first, other).schema())
                .containsExactly(
                        "'number' is numerical in first but text in other",
                        "'kind' is missing in other",
                        "'extra' is only in other");
    }

    @Test
    void outliersAreBeyondTheFencesOfTukey() throws IOException {
        TableFigures table = table("t", "n\n1\n2\n3\n4\n5\n6\n7\n100\nNA\n-50\n");
        ColumnQuality quality = ColumnQuality.of(table).getFirst();
        ColumnQuality.Outliers outliers = Objects.requireNonNull(quality.outliers());

        assertThat(quality.missingRatio()).isCloseTo(0.1, within(1e-12));
        assertThat(outliers.firstQuartile()).isEqualTo(2);
        assertThat(outliers.thirdQuartile()).isEqualTo(6);
        assertThat(outliers.low()).isEqualTo(-4);
        assertThat(outliers.high()).isEqualTo(12);
        assertThat(outliers.count()).isEqualTo(2);
        assertThat(outliers.rate()).isCloseTo(2 / 9.0, within(1e-12));
        assertThat(outliers.error()).isZero();
    }

    @Test
    void quartilesAreThoseOfNumPy() {
        ColumnQuality.Outliers outliers = Objects.requireNonNull(ColumnQuality.of(first).getFirst().outliers());

        assertThat(outliers.firstQuartile()).isCloseTo(-6.6, within(1e-12));
        assertThat(outliers.thirdQuartile()).isCloseTo(8.1, within(1e-12));
    }

    @Test
    void manyNumbersAreNoFartherOffThanTheyTell() throws IOException {
        int rows = 60_000;
        StringBuilder low = new StringBuilder("n\n");
        StringBuilder high = new StringBuilder("n\n");
        for (int i = 0; i < rows; i++) {
            low.append(i / 7.0).append('\n');
            high.append((i + rows / 4) / 7.0).append('\n');
        }
        Drift drift = Drift.between(table("low", low.toString()), table("high", high.toString()));
        Drift.ColumnDrift column = drift.columns().getFirst();

        double error = Objects.requireNonNull(column.ksError());
        assertThat(error).isBetween(1e-9, 0.05);
        assertThat(column.ks()).isCloseTo(0.25, within(error));
    }

    @Test
    void theOutliersOfManyNumbersAreNoFartherOffThanTheyTell() throws IOException {
        int rows = 60_000;
        double[] numbers = new double[rows];
        StringBuilder text = new StringBuilder("n\n");
        for (int i = 0; i < rows; i++) {
            numbers[i] = Math.pow(i / 1000.0, 3) + 1;
            text.append(numbers[i]).append('\n');
        }
        double first = numbers[rows / 4];
        double third = numbers[rows / 4 * 3];
        long outside = Arrays.stream(numbers).filter(number -> number > third + 1.5 * (third - first)).count();
        ColumnQuality.Outliers outliers =
                Objects.requireNonNull(ColumnQuality.of(table("t", text.toString())).getFirst().outliers());

        assertThat(outliers.error()).isBetween(1e-9, 0.1);
        assertThat(outliers.rate()).isCloseTo((double) outside / rows, within(outliers.error() + 1e-4));
    }

    @Test
    void earlyRowsAreComparedWithLateOnes() throws IOException {
        StringBuilder rows = new StringBuilder("day,value\n");
        for (int i = 0; i < 200; i++) {
            int day = i * 7 % 200; // not in the order of time
            rows.append("2025-%02d-%02d".formatted(1 + day / 20, 1 + day % 20)).append(',');
            rows.append(day < 100 ? i % 10 : i % 10 + 100).append('\n');
        }
        Dataset dataset = dataset("days", rows.toString());
        assertThat(EarlyAndLate.timeColumn(dataset)).hasValue("day");

        Drift drift = new EarlyAndLate(dataset, MissingTokens.OF_PANDAS, "day").drift().orElseThrow();

        assertThat(drift.from()).isEqualTo("early");
        assertThat(drift.columns()).singleElement().satisfies(column -> assertThat(column.ks()).isEqualTo(1));
    }

    private static double rounded(double value) {
        return Math.rint(value * 10) / 10;
    }

    private TableFigures table(String name, String text) throws IOException {
        return TableFigures.of(name, dataset(name, text), MissingTokens.OF_PANDAS);
    }

    private Dataset dataset(String name, String text) throws IOException {
        Path file = folder.resolve(name + ".csv");
        Files.writeString(file, text);
        return new Engine().openDataset(file, Job.TRAINING);
    }
}
