package dev.millrace.app.recipe;

import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.run.SampleRun;
import dev.millrace.engine.stats.Numbers;
import dev.millrace.engine.strategy.risk.RiskTableSettings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The risks of categories in the first rows: the share of positives among their rows, and what smoothing makes of it.
///
/// @param fields those that are mapped
record CategoryRisks(List<Field> fields) {

    static final int MOST_CATEGORIES = 6;

    CategoryRisks {
        fields = List.copyOf(fields);
    }

    /// A mapped column.
    ///
    /// @param categories those with most rows, most first
    /// @param more how many others there are
    /// @param highest risk of those that are named, raw or smoothed
    record Field(String name, List<Category> categories, int more, double highest) {

        Field {
            categories = List.copyOf(categories);
        }
    }

    /// A category.
    ///
    /// @param rows that have a label
    /// @param raw share of positives among them
    /// @param smoothed what its cells become
    record Category(String name, int rows, double raw, double smoothed) {}

    private static final class Count {

        private int rows;
        private int positives;
        private double smoothed;
    }

    static CategoryRisks of(SampleState.Ready ready, RiskTableSettings settings) {
        int label = ready.column(ready.label());
        List<Field> fields = new ArrayList<>();
        for (String name : settings.fields()) {
            int position = ready.column(name);
            if (label >= 0 && position >= 0 && ready.changes().columns().contains(position)) {
                fields.add(field(name, position, label, settings.positiveLabel(), ready.run()));
            }
        }
        return new CategoryRisks(fields);
    }

    private static Field field(String name, int position, int label, String positive, SampleRun run) {
        Map<String, Count> counts = new TreeMap<>();
        for (SampleRun.Row row : run.rows()) {
            String found = row.before().get(label);
            if (row.from() == Split.TRAIN && !found.isEmpty()) {
                Count count = counts.computeIfAbsent(row.before().get(position), _ -> new Count());
                count.rows++;
                count.positives += isPositive(found, positive) ? 1 : 0;
                count.smoothed = Numbers.parse(row.after().get(position));
            }
        }
        List<Category> categories =
                counts.entrySet().stream()
                        .map(entry -> category(entry.getKey(), entry.getValue()))
                        .sorted(Comparator.comparingInt(Category::rows).reversed())
                        .toList();
        List<Category> named = categories.stream().limit(MOST_CATEGORIES).toList();
        double highest =
                named.stream().mapToDouble(category -> Math.max(category.raw(), category.smoothed())).max().orElse(0);
        return new Field(name, named, categories.size() - named.size(), highest);
    }

    private static Category category(String name, Count count) {
        return new Category(name, count.rows, (double) count.positives / count.rows, count.smoothed);
    }

    private static boolean isPositive(String label, String positive) {
        return label.equals(positive) || Numbers.parse(label) == Numbers.parse(positive);
    }
}
