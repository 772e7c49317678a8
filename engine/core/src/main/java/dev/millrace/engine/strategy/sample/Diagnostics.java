package dev.millrace.engine.strategy.sample;

import dev.millrace.engine.json.Json;
import dev.millrace.engine.strategy.ArtifactFile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The figures of a sampling as a file: per split, rows there were, asked for and drawn of each stratum, the weight of
/// a drawn row (rows there were / rows drawn; null where none is) and the standard deviations if they were used.
final class Diagnostics {

    private static final String NAME = "sampling_diagnostics.json";

    private Diagnostics() {}

    static ArtifactFile file(List<SplitPlan> plans, StratifiedSamplingSettings settings) {
        Map<String, Object> splits = new LinkedHashMap<>();
        for (SplitPlan plan : plans) {
            splits.put(plan.split().folder(), entry(plan, settings));
        }
        return new ArtifactFile(NAME, Json.document(splits));
    }

    private static Map<String, Object> entry(SplitPlan plan, StratifiedSamplingSettings settings) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("strataColumn", settings.strataColumn());
        entry.put("allocation", settings.allocation().word());
        entry.put("targetSize", settings.targetSize());
        entry.put("missing", plan.missing());
        entry.put("population", byStratum(plan, StratumPlan::population));
        entry.put("requested", byStratum(plan, StratumPlan::requested));
        entry.put("achieved", byStratum(plan, StratumPlan::achieved));
        entry.put(
                "weights",
                byStratum(
                        plan,
                        stratum ->
                                stratum.achieved() == 0 ? null : (double) stratum.population() / stratum.achieved()));
        if (settings.allocation() == AllocationRule.OPTIMAL && settings.varianceColumn() != null) {
            entry.put("varianceColumn", settings.varianceColumn());
            entry.put("std", byStratum(plan, StratumPlan::deviation));
        }
        return entry;
    }

    private static Map<String, Object> byStratum(SplitPlan plan, Function<StratumPlan, Object> figure) {
        Map<String, Object> figures = new LinkedHashMap<>();
        plan.strata().forEach(stratum -> figures.put(stratum.name(), figure.apply(stratum)));
        return figures;
    }
}
