package dev.millrace.engine.stats;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;

/// Numbers as they are written in data: optional sign, digits, fraction, exponent, or an infinity. Stricter than Java:
/// no hexadecimal form, no type suffix, no surrounding blanks; `NaN` is no number (it is a missing token).
public final class Numbers {

    private static final double[] POWERS_OF_TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };
    private static final int EXACT_DIGITS = 15; // any integer of 15 digits is exact in a double

    private Numbers() {}

    /// The double nearest to the number written in a range of bytes; NaN if that is not a number.
    public static double parse(byte[] bytes, int from, int to) {
        int at = from;
        boolean negative = false;
        if (at < to && (bytes[at] == '-' || bytes[at] == '+')) {
            negative = bytes[at] == '-';
            at++;
        }
        int digitsFrom = at;
        long digits = 0;
        while (at < to && isDigit(bytes[at])) {
            digits = digits * 10 + (bytes[at++] - '0');
        }
        int wholeDigits = at - digitsFrom;
        int fractionDigits = 0;
        if (at < to && bytes[at] == '.') {
            int fractionFrom = ++at;
            while (at < to && isDigit(bytes[at])) {
                digits = digits * 10 + (bytes[at++] - '0');
            }
            fractionDigits = at - fractionFrom;
        }
        if (wholeDigits + fractionDigits == 0) {
            return infinity(bytes, digitsFrom, to, negative);
        }
        if (at == to && wholeDigits + fractionDigits <= EXACT_DIGITS) {
            // Both operands are exact, so the one rounding of the division gives the nearest double (Clinger 1990).
            double magnitude = digits / POWERS_OF_TEN[fractionDigits];
            return negative ? -magnitude : magnitude;
        }
        return at == to || isExponent(bytes, at, to)
                ? JavaDoubleParser.parseDouble(bytes, from, to - from)
                : Double.NaN;
    }

    /// As [#parse(byte[], int, int)], of a text.
    public static double parse(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return parse(bytes, 0, bytes.length);
    }

    private static boolean isDigit(byte character) {
        return character >= '0' && character <= '9';
    }

    private static boolean isExponent(byte[] bytes, int from, int to) {
        int at = from;
        if ((bytes[at++] | 0x20) != 'e') {
            return false;
        }
        if (at < to && (bytes[at] == '-' || bytes[at] == '+')) {
            at++;
        }
        int digitsFrom = at;
        while (at < to && isDigit(bytes[at])) {
            at++;
        }
        return at == to && at > digitsFrom;
    }

    private static double infinity(byte[] bytes, int from, int to, boolean negative) {
        if (isWord(bytes, from, to, "inf") || isWord(bytes, from, to, "infinity")) {
            return negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return Double.NaN;
    }

    private static boolean isWord(byte[] bytes, int from, int to, String lowerCase) {
        if (to - from != lowerCase.length()) {
            return false;
        }
        for (int i = 0; i < lowerCase.length(); i++) {
            if ((bytes[from + i] | 0x20) != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// A double as the shortest decimal that reads back as the same double, in the form of Python's `repr`: `0.1`,
    /// `1.0`, `1e-05`, `1.5e+16`, `inf`.
    public static String text(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        String shortest = shortest(value);
        int exponentAt = shortest.indexOf('E');
        if (exponentAt < 0) {
            return shortest;
        }
        int exponent = Integer.parseInt(shortest, exponentAt + 1, shortest.length(), 10);
        if (exponent == -4 || (exponent >= 0 && exponent < 16)) {
            String plain = new BigDecimal(shortest).toPlainString();
            return plain.indexOf('.') < 0 ? plain + ".0" : withoutTrailingZeros(plain);
        }
        String mantissa = shortest.substring(0, exponentAt);
        String digits = mantissa.endsWith(".0") ? mantissa.substring(0, mantissa.length() - 2) : mantissa;
        String sign = exponent < 0 ? "e-" : "e+";
        return digits + sign + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
    }

    /// As `Double.toString`, which never gives less than two digits, but with one digit where that is enough.
    private static String shortest(double value) {
        String text = Double.toString(value);
        int exponentAt = text.indexOf('E');
        boolean twoDigits = exponentAt - text.indexOf('.') == 2 && text.charAt(exponentAt - 1) != '0';
        if (twoDigits) {
            BigDecimal rounded = new BigDecimal(text).round(new MathContext(1));
            if (rounded.doubleValue() == value) {
                return rounded.unscaledValue() + ".0E" + -rounded.scale();
            }
        }
        return text;
    }

    private static String withoutTrailingZeros(String plain) {
        int end = plain.length();
        while (plain.charAt(end - 1) == '0' && plain.charAt(end - 2) != '.') {
            end--;
        }
        return plain.substring(0, end);
    }
}
