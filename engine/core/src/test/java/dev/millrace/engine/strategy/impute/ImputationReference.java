package dev.millrace.engine.strategy.impute;

import dev.millrace.engine.stats.CodePointOrder;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What missing-value imputation comes to, written as plainly as possible: all values in memory, decimal arithmetic.
final class ImputationReference {

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?((\\d+\\.?\\d*|\\.\\d+)(e[+-]?\\d+)?|inf|infinity)", Pattern.CASE_INSENSITIVE);
    private static final Set<String> BOOLEANS = Set.of("True", "False", "true", "false", "TRUE", "FALSE");

    private final Set<String> missing;

    ImputationReference(List<String> missing) {
        this.missing = new HashSet<>(missing);
        this.missing.add("");
    }

    /// What is expected of a column that is filled.
    record Fill(String type, String text, long missing) {}

    boolean isMissing(String value) {
        return missing.contains(value);
    }

    List<String> present(List<String> column) {
        return column.stream().filter(value -> !isMissing(value)).toList();
    }

    String type(List<String> column) {
        List<String> values = present(column);
        if (values.stream().allMatch(value -> NUMBER.matcher(value).matches())) {
            return "numerical";
        }
        Set<String> distinct = new HashSet<>(values);
        boolean few = (double) distinct.size() / values.size() < 0.1;
        return few || BOOLEANS.containsAll(distinct) ? "categorical" : "text";
    }

    /// Empty if the column is not filled.
    ///
    /// @param numerical the strategy for numerical columns; others get their mode
    Optional<Fill> fill(List<String> column, String numerical) {
        List<String> values = present(column);
        int absent = column.size() - values.size();
        if (absent == 0 || values.isEmpty()) {
            return Optional.empty();
        }
        String type = type(column);
        return Optional.of(new Fill(type, type.equals("numerical") ? number(values, numerical) : mode(values), absent));
    }

    private static String mode(List<String> values) {
        SortedMap<String, Integer> counts = new TreeMap<>(CodePointOrder.ASCENDING);
        values.forEach(value -> counts.merge(value, 1, Integer::sum));
        return mostFrequent(counts);
    }

    private static String number(List<String> values, String strategy) {
        double[] numbers = values.stream().mapToDouble(ImputationReference::parse).sorted().toArray();
        return switch (strategy) {
            case "mean" -> text(mean(numbers));
            case "median" -> {
                double lower = numbers[(numbers.length - 1) / 2];
                double upper = numbers[numbers.length / 2];
                yield text(lower == upper ? lower : mean(new double[] {lower, upper}));
            }
            default -> {
                SortedMap<Double, Integer> counts = new TreeMap<>();
                for (double number : numbers) {
                    counts.merge(number, 1, Integer::sum);
                }
                yield text(mostFrequent(counts));
            }
        };
    }

    private static <T> T mostFrequent(SortedMap<T, Integer> counts) {
        int most = counts.values().stream().max(Comparator.naturalOrder()).orElseThrow();
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() == most)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static double mean(double[] numbers) {
        BigDecimal sum = BigDecimal.ZERO;
        for (double number : numbers) {
            if (Double.isInfinite(number)) {
                return Double.NaN;
            }
            sum = sum.add(new BigDecimal(number));
        }
        return sum.divide(BigDecimal.valueOf(numbers.length), new MathContext(1500)).doubleValue();
    }

    private static double parse(String value) {
        double number =
                switch (value.toLowerCase(Locale.ROOT)) {
                    case "inf", "+inf" -> Double.POSITIVE_INFINITY;
                    case "-inf" -> Double.NEGATIVE_INFINITY;
                    default -> Double.parseDouble(value);
                };
        return number + 0.0;
    }

    /// As Python's repr; the sign of zero is dropped.
    private static String text(double number) {
        if (Double.isNaN(number)) {
            return "NaN";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "inf" : "-inf";
        }
        String shortest = Double.toString(number + 0.0);
        double magnitude = Math.abs(number);
        boolean plain = magnitude == 0 || (magnitude >= 1e-4 && magnitude < 1e16);
        if (plain) {
            String digits = new BigDecimal(shortest).stripTrailingZeros().toPlainString();
            return digits.contains(".") ? digits : digits + ".0";
        }
        String[] parts = shortest.split("E", -1);
        int exponent = Integer.parseInt(parts[1]);
        String mantissa = parts[0].endsWith(".0") ? parts[0].substring(0, parts[0].length() - 2) : parts[0];
        return mantissa + "e" + (exponent < 0 ? "-" : "+") + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
    }
}
