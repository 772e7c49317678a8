package dev.millrace.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.Random;

class NumbersTest {

    private static final int MANY = 1_000_000;

    @Test
    void parsesDecimalTextsAsJavaDoes() {
        Random random = new Random(20_260_101);
        byte[] buffer = new byte[400];
        for (int i = 0; i < MANY; i++) {
            String text = decimal(random);
            double expected = Double.parseDouble(text);
            int from = random.nextInt(8);
            byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(bytes, 0, buffer, from, bytes.length);
            double found = Numbers.parse(buffer, from, from + bytes.length);
            if (Double.doubleToRawLongBits(found) != Double.doubleToRawLongBits(expected)) {
                assertThat(found).as(text).isEqualTo(expected);
            }
        }
    }

    private static String decimal(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> String.valueOf(random.nextInt());
            case 1 -> random.nextInt(100_000) + "." + random.nextInt(1000);
            case 2 -> String.valueOf(Double.longBitsToDouble(random.nextLong() & ~(1L << 62)));
            case 3 -> sign(random) + digits(random, 1 + random.nextInt(40)) + "." + digits(random, random.nextInt(40));
            case 4 ->
                    sign(random)
                            + "."
                            + digits(random, 1 + random.nextInt(20))
                            + (random.nextBoolean() ? "e" : "E")
                            + sign(random)
                            + random.nextInt(400);
            default -> sign(random) + digits(random, 13 + random.nextInt(5)) + (random.nextBoolean() ? "." : "");
        };
    }

    private static String sign(Random random) {
        return new String[] {"", "-", "+"}[random.nextInt(3)];
    }

    private static String digits(Random random, int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "1.0, 1",
        "01, 1",
        "1., 1",
        ".5, 0.5",
        "+.5, 0.5",
        "-0, -0.0",
        "+0.0, 0",
        "1e0, 1",
        "1E+2, 100",
        "1.5e-3, 0.0015",
        "1.e1, 10",
        "000000000000000000000001, 1",
        "123456789012345678901234567890, 1.2345678901234568e29",
        "9007199254740993, 9007199254740992",
        "0.1000000000000000055511151231257827, 0.1",
        "4.9e-324, 4.9e-324",
        "1e400, Infinity",
        "-1e99999999999, -Infinity",
        "1e-400, 0",
        "inf, Infinity",
        "Inf, Infinity",
        "-inf, -Infinity",
        "+INF, Infinity",
        "infinity, Infinity",
        "-Infinity, -Infinity"
    })
    void acceptsWhatPeopleWrite(String text, double expected) {
        assertThat(Numbers.parse(text)).isEqualTo(expected);
        assertThat(Double.doubleToRawLongBits(Numbers.parse(text))).isEqualTo(Double.doubleToRawLongBits(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "+",
                "-",
                ".",
                "-.",
                "e",
                "e1",
                ".e1",
                "1e",
                "1e+",
                "1e1.5",
                "1.2.3",
                "1,5",
                "1 ",
                " 1",
                "1f",
                "1d",
                "1D",
                "0x10",
                "0x1p3",
                "1_000",
                "NaN",
                "nan",
                "--1",
                "+-1",
                "infin",
                "infinityy",
                "in",
                "i",
                "１",
                "1\u0000",
                "1e1e1",
                "½",
                "1%",
                "$1",
                "True",
                "1e-",
                "١"
            })
    void refusesEverythingElse(String text) {
        assertThat(Numbers.parse(text)).as("'%s'", text).isNaN();
    }

    @Test
    void looksAtItsRangeOnly() {
        byte[] bytes = "912.5e".getBytes(StandardCharsets.US_ASCII);
        assertThat(Numbers.parse(bytes, 1, 5)).isEqualTo(12.5);
        assertThat(Numbers.parse(bytes, 1, 3)).isEqualTo(12);
        assertThat(Numbers.parse(bytes, 1, 1)).isNaN();
        assertThat(Numbers.parse(bytes, 1, 6)).isNaN();
    }

    /// The right column is what Python's `repr` prints.
    @ParameterizedTest
    @CsvSource({
        "0, 0.0",
        "-0.0, -0.0",
        "1, 1.0",
        "-1, -1.0",
        "0.1, 0.1",
        "0.5, 0.5",
        "100, 100.0",
        "123.456, 123.456",
        "1234567, 1234567.0",
        "12345678, 12345678.0",
        "1e7, 10000000.0",
        "1.5e7, 15000000.0",
        "123456789.125, 123456789.125",
        "1e15, 1000000000000000.0",
        "9999999999999998, 9999999999999998.0",
        "1e16, 1e+16",
        "1.5e16, 1.5e+16",
        "123456789012345680, 1.2345678901234568e+17",
        "1e22, 1e+22",
        "1e100, 1e+100",
        "0.001, 0.001",
        "0.0001, 0.0001",
        "0.00012345, 0.00012345",
        "0.00001, 1e-05",
        "0.000012345, 1.2345e-05",
        "1e-9, 1e-09",
        "1e-10, 1e-10",
        "5e-324, 5e-324",
        "-4.9e-324, -5e-324",
        "1e-323, 1e-323",
        "1.5e-323, 1.5e-323",
        "2e-323, 2e-323",
        "2e-322, 2e-322",
        "1e-310, 1e-310",
        "9.9999999999995e-311, 9.9999999999995e-311",
        "2.2250738585072009e-308, 2.225073858507201e-308",
        "2.2250738585072014e-308, 2.2250738585072014e-308",
        "1.7976931348623157e308, 1.7976931348623157e+308",
        "0.30000000000000004, 0.30000000000000004",
        "2e-3, 0.002",
        "Infinity, inf",
        "-Infinity, -inf",
        "9007199254740993, 9007199254740992.0",
        "-1234.5e-8, -1.2345e-05"
    })
    void writesAsPythonDoes(double value, String expected) {
        assertThat(Numbers.text(value)).isEqualTo(expected);
    }

    /// Java writes 9.9E-324 for the second of them, which is longer than it need be.
    @Test
    void subnormalsAreWrittenAsShortAsCanBe() {
        for (int units = 1; units < 2000; units++) {
            double value = units * Double.MIN_VALUE;
            String text = Numbers.text(value);
            assertThat(Numbers.parse(text)).as(text).isEqualTo(value);
            int digits = digits(text);
            for (int fewer = 1; fewer < digits; fewer++) {
                BigDecimal shorter = new BigDecimal(value).round(new MathContext(fewer));
                assertThat(shorter.doubleValue()).as("%s could be %s", text, shorter).isNotEqualTo(value);
            }
        }
    }

    private static int digits(String number) {
        return number.substring(0, number.indexOf('e')).replace(".", "").length();
    }

    @Test
    void whatIsWrittenReadsBackAsTheSameDouble() {
        Random random = new Random(1);
        for (int i = 0; i < 300_000; i++) {
            double value =
                    i % 2 == 0
                            ? Double.longBitsToDouble(random.nextLong())
                            : random.nextDouble() * Math.pow(10, i % 40 - 20);
            if (!Double.isNaN(value)) {
                String text = Numbers.text(value);
                if (Double.doubleToRawLongBits(Numbers.parse(text)) != Double.doubleToRawLongBits(value)) {
                    assertThat(text).isEqualTo(String.valueOf(value));
                }
            }
        }
    }
}
