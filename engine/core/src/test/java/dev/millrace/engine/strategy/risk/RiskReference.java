package dev.millrace.engine.strategy.risk;

import dev.millrace.engine.testing.RandomDataset;
import dev.millrace.engine.testing.RawCsv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Risk-table mapping once more, as simply as its definition reads: all rows in memory, plain maps, Commons CSV. Shares
/// no code with the engine.
final class RiskReference {

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?((\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?|(?i:inf|infinity))");
    private static final Set<String> PANDAS_MISSING =
            Set.of(
                    "#N/A",
                    "#N/A N/A",
                    "#NA",
                    "-1.#IND",
                    "-1.#QNAN",
                    "-NaN",
                    "-nan",
                    "1.#IND",
                    "1.#QNAN",
                    "<NA>",
                    "N/A",
                    "NA",
                    "NULL",
                    "NaN",
                    "None",
                    "n/a",
                    "nan",
                    "null");

    private final Set<String> missing;
    private final double smoothFactor;
    private final int countThreshold;
    private final int maxUniqueThreshold;

    RiskReference(RandomDataset dataset, double smoothFactor, int countThreshold, int maxUniqueThreshold) {
        this.missing = new HashSet<>(dataset.missing() == null ? PANDAS_MISSING : dataset.missing());
        this.missing.add("");
        this.smoothFactor = smoothFactor;
        this.countThreshold = countThreshold;
        this.maxUniqueThreshold = maxUniqueThreshold;
    }

    /// @param bins by number in numeric mode, else by text
    record Table(boolean numeric, double defaultBin, Map<Object, Double> bins) {}

    /// The rows of a shard as values by column name.
    static List<Map<String, String>> rows(Path shard) {
        String text;
        try {
            text = Files.readString(shard);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        List<List<String>> records = RawCsv.values(text.startsWith("\uFEFF") ? text.substring(1) : text);
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> record : records.subList(Math.min(1, records.size()), records.size())) {
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < record.size(); i++) {
                row.put(records.getFirst().get(i).replace("__DOT__", "."), record.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    /// The tables of all fields but those with too many values.
    Map<String, Table> fit(List<Map<String, String>> train, List<String> fields, String label, String positiveLabel) {
        List<Map<String, String>> valid = train.stream().filter(row -> isValid(row.get(label))).toList();
        long positives = valid.stream().filter(row -> isSame(row.get(label), positiveLabel)).count();
        double defaultBin = (double) positives / valid.size();
        double smoothing = Math.floor(valid.size() * smoothFactor);
        Map<String, Table> tables = new LinkedHashMap<>();
        for (String field : fields) {
            Set<String> texts = new HashSet<>();
            train.forEach(row -> texts.add(row.get(field)));
            texts.removeAll(missing);
            boolean numeric = texts.stream().allMatch(RiskReference::isNumber);
            Set<Object> distinct = new HashSet<>();
            texts.forEach(text -> distinct.add(category(text, numeric)));
            if (distinct.size() < maxUniqueThreshold) {
                Map<Object, Double> bins = new HashMap<>();
                for (Object category : distinct) {
                    List<Map<String, String>> of =
                            valid.stream()
                                    .filter(row -> texts.contains(row.get(field)))
                                    .filter(row -> category(row.get(field), numeric).equals(category))
                                    .toList();
                    if (!of.isEmpty()) {
                        long ones = of.stream().filter(row -> isSame(row.get(label), positiveLabel)).count();
                        double smoothed = (ones + smoothing * defaultBin) / (of.size() + smoothing);
                        bins.put(category, of.size() >= countThreshold ? smoothed : defaultBin);
                    }
                }
                tables.put(field, new Table(numeric, defaultBin, bins));
            }
        }
        return tables;
    }

    /// What a cell becomes.
    double risk(Table table, String cell) {
        if (missing.contains(cell) || (table.numeric() && !isNumber(cell))) {
            return table.defaultBin();
        }
        return table.bins().getOrDefault(category(cell, table.numeric()), table.defaultBin());
    }

    private boolean isValid(String label) {
        return !missing.contains(label) && !(isNumber(label) && number(label) == -1);
    }

    private static boolean isSame(String label, String positiveLabel) {
        return label.equals(positiveLabel)
                || (isNumber(label) && isNumber(positiveLabel) && number(label) == number(positiveLabel));
    }

    private static Object category(String text, boolean numeric) {
        if (!numeric) {
            return text;
        }
        double number = number(text);
        return number == 0 ? 0.0 : number;
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    static double number(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.contains("inf")) {
            return lower.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return Double.parseDouble(text);
    }
}
