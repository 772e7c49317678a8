package dev.millrace.engine.strategy.sample;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// What every allocation rule would draw of some strata, side by side, all other settings being equal.
///
/// @param rules those that can be applied; external allocation only if there are reference counts
/// @param lines one for each stratum
public record AllocationTable(List<AllocationRule> rules, List<Line> lines) {

    public AllocationTable {
        rules = List.copyOf(rules);
        lines = List.copyOf(lines);
    }

    /// A stratum.
    ///
    /// @param rows how many it has
    /// @param deviation standard deviation of its variance column; 1 if there is none
    /// @param sizes how many rows each rule draws of it
    public record Line(String stratum, long rows, double deviation, List<Long> sizes) {

        public Line {
            sizes = List.copyOf(sizes);
        }
    }

    /// Shares out the target size by every rule.
    ///
    /// @param rows of each stratum
    /// @param deviations of each stratum; a stratum that is absent counts as 1
    public static AllocationTable of(
            StratifiedSamplingSettings settings, SortedMap<String, Long> rows, Map<String, Double> deviations) {
        boolean known = settings.referenceCounts() != null && settings.referenceCounts().isObject();
        Map<String, BigDecimal> references = known ? ReferenceCounts.of(settings.referenceCounts()) : Map.of();
        List<Allocation.Stratum> strata = new ArrayList<>();
        rows.forEach((name, count) ->
                strata.add(
                        new Allocation.Stratum(
                                count,
                                deviations.getOrDefault(name, 1.0),
                                references.getOrDefault(name, BigDecimal.ZERO))));
        List<AllocationRule> rules = new ArrayList<>(List.of(AllocationRule.values()));
        if (references.isEmpty()) {
            rules.remove(AllocationRule.EXTERNAL_PROPORTIONAL);
        }
        List<long[]> sizes = rules.stream().map(rule -> Allocation.of(with(settings, rule), strata)).toList();
        List<Line> lines = new ArrayList<>();
        for (String name : rows.keySet()) {
            int h = lines.size();
            Allocation.Stratum stratum = strata.get(h);
            List<Long> drawn =
                    sizes.stream()
                            .map(each -> settings.replacement() ? each[h] : Math.min(each[h], stratum.rows()))
                            .toList();
            lines.add(new Line(name, stratum.rows(), stratum.deviation(), drawn));
        }
        return new AllocationTable(rules, lines);
    }

    private static StratifiedSamplingSettings with(StratifiedSamplingSettings settings, AllocationRule rule) {
        return new StratifiedSamplingSettings(
                settings.strataColumn(),
                settings.targetSize(),
                rule,
                settings.minPerStratum(),
                settings.varianceColumn(),
                settings.referenceCounts(),
                settings.multiplier(),
                settings.replacement(),
                settings.exactTarget(),
                settings.splits());
    }
}
