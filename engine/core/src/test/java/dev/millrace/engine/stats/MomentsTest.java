package dev.millrace.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.testing.Seeds;
import dev.millrace.engine.testing.SharedData;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

class MomentsTest {

    private static final MathContext MANY_DIGITS = new MathContext(400);
    private static final double MOST_DIGITS = 15; // that a double can be held to
    private static final double TOLERANCE = 0.2;

    @ParameterizedTest
    @ValueSource(
            strings = {"PiDigits", "Lottery", "Lew", "Mavro", "Michelso", "NumAcc1", "NumAcc2", "NumAcc3", "NumAcc4"})
    void certifiedMeansAndDeviationsAreReached(String name) throws IOException {
        Path folder = SharedData.path("corpora/nist-strd");
        String[] certified =
                Files.readAllLines(folder.resolve("certified.csv")).stream()
                        .map(line -> line.split(",", -1))
                        .filter(cells -> cells[0].equals(name))
                        .findFirst()
                        .orElseThrow();
        List<String> cells = Files.readAllLines(folder.resolve(name + ".csv"));
        List<String> values = cells.subList(1, cells.size());
        assertThat(values).hasSize(Integer.parseInt(certified[1]));
        double[] numbers = values.stream().mapToDouble(Numbers::parse).toArray();
        Moments moments = moments(numbers);
        assertDigits(moments.mean(), certified[2], ceiling(values, false));
        assertDigits(moments.standardDeviation(), certified[3], ceiling(values, true));
        for (int shards : new int[] {1, 2, 3, 7, 64}) {
            Moments merged = merged(numbers, shards);
            assertThat(merged).as("of %d shards", shards).isEqualTo(moments);
            assertThat(merged.mean()).isEqualTo(moments.mean());
            assertThat(merged.standardDeviation()).isEqualTo(moments.standardDeviation());
        }
    }

    private static void assertDigits(double found, String certified, double ceiling) {
        assertThat(digits(new BigDecimal(found), new BigDecimal(certified)))
                .as("digits of %s that agree with %s", found, certified)
                .isGreaterThanOrEqualTo(Math.min(ceiling, MOST_DIGITS) - TOLERANCE);
    }

    /// The log relative error of McCullough (1998): how many leading digits are right.
    private static double digits(BigDecimal found, BigDecimal certified) {
        BigDecimal error = found.subtract(certified).abs();
        return error.signum() == 0
                ? MOST_DIGITS
                : -Math.log10(error.divide(certified.abs(), MANY_DIGITS).doubleValue());
    }

    /// How many digits the best algorithm can reach: those of exact arithmetic on the doubles nearest to the decimals,
    /// against exact arithmetic on the decimals.
    private static double ceiling(List<String> values, boolean deviation) {
        List<BigDecimal> exact = values.stream().map(BigDecimal::new).toList();
        List<BigDecimal> doubles = values.stream().map(value -> new BigDecimal(Double.parseDouble(value))).toList();
        return deviation ? digits(deviation(doubles), deviation(exact)) : digits(mean(doubles), mean(exact));
    }

    private static BigDecimal mean(List<BigDecimal> numbers) {
        return numbers.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(numbers.size()), MANY_DIGITS);
    }

    private static BigDecimal deviation(List<BigDecimal> numbers) {
        BigDecimal mean = mean(numbers);
        BigDecimal squares =
                numbers.stream().map(number -> number.subtract(mean).pow(2)).reduce(BigDecimal.ZERO, BigDecimal::add);
        return squares.divide(BigDecimal.valueOf(numbers.size() - 1), MANY_DIGITS).sqrt(MANY_DIGITS);
    }

    @Seeds(count = 100)
    void meanAndDeviationAreThoseOfExactArithmetic(long seed) {
        Random random = new Random(seed);
        double[] numbers = RandomNumbers.of(random, 2 + random.nextInt(50));
        List<BigDecimal> exact = Arrays.stream(numbers).mapToObj(BigDecimal::new).toList();
        Moments moments = moments(numbers);
        assertThat(moments.count()).isEqualTo(numbers.length);
        assertThat(moments.mean()).isEqualTo(mean(exact).doubleValue());
        double expected = deviation(exact).doubleValue();
        assertThat(moments.standardDeviation()).isBetween(Math.nextDown(expected), Math.nextUp(expected));
    }

    @Seeds(count = 100)
    void anyCutAndOrderGivesTheSameMoments(long seed) {
        Random random = new Random(seed);
        double[] numbers = RandomNumbers.of(random, random.nextInt(100));
        Moments whole = moments(numbers);
        assertThat(merged(numbers, 1 + random.nextInt(8))).isEqualTo(whole);
        double[] reversed = new double[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            reversed[i] = numbers[numbers.length - 1 - i];
        }
        assertThat(moments(reversed)).isEqualTo(whole);
        assertThat(whole.plus(Moments.NONE)).isEqualTo(whole);
    }

    @Test
    void squaresBeyondTheRangeOfDoublesAreHeld() {
        Moments moments = moments(new double[] {1e200, -1e200});
        assertThat(moments.mean()).isZero();
        assertThat(moments.standardDeviation()).isEqualTo(Math.sqrt(2) * 1e200);
        assertThat(moments(new double[] {1e-200, -1e-200}).standardDeviation()).isEqualTo(Math.sqrt(2) * 1e-200);
    }

    @Test
    void oneNumberHasNoDeviation() {
        assertThat(moments(new double[] {3}).standardDeviation()).isZero();
        assertThat(Moments.NONE.mean()).isNaN();
    }

    private static Moments merged(double[] numbers, int shards) {
        List<Moments> parts = new ArrayList<>();
        for (int shard = 0; shard < shards; shard++) {
            int from = (int) ((long) numbers.length * shard / shards);
            int to = (int) ((long) numbers.length * (shard + 1) / shards);
            parts.add(moments(Arrays.copyOfRange(numbers, from, to)));
        }
        return parts.stream().reduce(Moments.NONE, Moments::plus);
    }

    private static Moments moments(double[] numbers) {
        Moments.Collector collector = new Moments.Collector();
        for (double number : numbers) {
            collector.add(number);
        }
        return collector.moments();
    }
}
