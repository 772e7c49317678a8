package dev.millrace.app.recipe;

import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.run.SampleRun;
import dev.millrace.engine.stats.Numbers;
import dev.millrace.engine.strategy.sample.AllocationTable;
import dev.millrace.engine.strategy.sample.StratifiedSamplingSettings;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Strata of the whole dataset as the first rows let one guess them, under all allocations.
///
/// @param split the one that is looked at, the first that is sampled
/// @param scaled whether rows are those of the whole dataset, else of the first rows
record StrataGuess(AllocationTable table, Split split, boolean scaled) {

    /// Empty if the first rows have no stratum.
    static Optional<StrataGuess> of(SampleState.Ready ready, StratifiedSamplingSettings settings) {
        int strata = ready.column(settings.strataColumn());
        Split split = sampled(ready.run(), settings);
        if (strata < 0 || split == null) {
            return Optional.empty();
        }
        int variance = ready.column(settings.varianceColumn());
        Map<String, List<Double>> values = new TreeMap<>();
        for (SampleRun.Row row : ready.run().rows()) {
            String stratum = row.before().get(strata);
            if (row.from() == split && !stratum.isEmpty()) {
                values.computeIfAbsent(stratum, _ -> new ArrayList<>())
                        .add(variance < 0 ? 0 : Numbers.parse(row.before().get(variance)));
            }
        }
        boolean scaled = ready.expectedRows() > 0;
        double scale = scaled ? (double) ready.expectedRows() / ready.run().rows().size() : 1;
        SortedMap<String, Long> rows = new TreeMap<>();
        Map<String, Double> deviations = new HashMap<>();
        values.forEach((stratum, found) -> {
            rows.put(stratum, Math.max(1, Math.round(found.size() * scale)));
            deviations.put(stratum, variance < 0 ? 1 : deviation(found));
        });
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new StrataGuess(AllocationTable.of(settings, rows, deviations), split, scaled));
    }

    private static @Nullable Split sampled(SampleRun run, StratifiedSamplingSettings settings) {
        return run.rows().stream()
                .map(SampleRun.Row::from)
                .filter(from -> from != null && settings.splits().contains(from.folder()))
                .findFirst()
                .orElse(null);
    }

    private static double deviation(List<Double> values) {
        double[] numbers = values.stream().mapToDouble(Double::doubleValue).filter(Double::isFinite).toArray();
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        double mean = sum / Math.max(1, numbers.length);
        double squares = 0;
        for (double number : numbers) {
            squares += (number - mean) * (number - mean);
        }
        return Math.sqrt(squares / Math.max(1, numbers.length - 1));
    }
}
