package dev.millrace.engine.strategy.sample;

import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.stats.CodePointOrder;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What is to be drawn of one split.
///
/// @param strata in code-point order
/// @param missing rows whose stratum is missing
record SplitPlan(Split split, List<StratumPlan> strata, long missing) {

    private static final int NAMED = 10;

    SplitPlan {
        strata = List.copyOf(strata);
    }

    /// @param references counts from elsewhere, by stratum
    static SplitPlan of(
            Split split, SampleCounts counts, StratifiedSamplingSettings settings, Map<String, BigDecimal> references) {
        SortedMap<String, Long> population = new TreeMap<>(CodePointOrder.ASCENDING);
        long missing = 0;
        for (SampleCounts.Part part : counts.parts(split)) {
            part.rows().forEach((stratum, rows) -> population.merge(stratum, rows, Long::sum));
            missing += part.missing();
        }
        List<Allocation.Stratum> known = new ArrayList<>();
        population.forEach((name, rows) -> {
            double deviation = settings.varianceColumn() == null ? 1 : counts.moments(split, name).standardDeviation();
            known.add(new Allocation.Stratum(rows, deviation, references.getOrDefault(name, BigDecimal.ZERO)));
        });
        long[] sizes = Allocation.of(settings, known);
        List<StratumPlan> strata = new ArrayList<>();
        for (String name : population.keySet()) {
            int h = strata.size();
            long rows = known.get(h).rows();
            boolean replacement = settings.replacement() && sizes[h] > rows;
            strata.add(new StratumPlan(name, rows, sizes[h], known.get(h).deviation(), replacement));
        }
        return new SplitPlan(split, strata, missing);
    }

    /// What the user should know.
    List<String> warnings(String strataColumn) {
        List<String> warnings = new ArrayList<>();
        String where = "stratified-sampling of " + split.folder() + ": ";
        if (missing > 0) {
            warnings.add(where + missing + " rows have no value of '" + strataColumn + "' and are left out");
        }
        if (strata.isEmpty()) {
            warnings.add(where + "there is no row to draw from");
        }
        List<StratumPlan> tooFew =
                strata.stream()
                        .filter(stratum -> stratum.achieved() < stratum.requested())
                        .sorted(Comparator.comparingLong(stratum -> stratum.achieved() - stratum.requested()))
                        .toList();
        if (!tooFew.isEmpty()) {
            List<String> named =
                    tooFew.stream()
                            .limit(NAMED)
                            .map(stratum ->
                                    stratum.name() + " (" + stratum.population() + " of " + stratum.requested() + ")")
                            .toList();
            String more = tooFew.size() > NAMED ? " and " + (tooFew.size() - NAMED) + " more" : "";
            warnings.add(where + "these strata have fewer rows than asked for: " + String.join(", ", named) + more);
        }
        return warnings;
    }
}
