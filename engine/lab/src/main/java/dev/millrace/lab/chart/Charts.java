package dev.millrace.lab.chart;

import dev.millrace.lab.result.Benchmark;
import dev.millrace.lab.result.Scaling;

import java.util.ArrayList;
import java.util.List;

/// The charts of a benchmark: those that it has figures for.
public final class Charts {

    private Charts() {}

    public static List<Chart> of(Benchmark benchmark) {
        List<Chart> charts = new ArrayList<>();
        ComparisonCharts comparison = new ComparisonCharts(benchmark);
        comparison.ratios().ifPresent(charts::add);
        comparison.runs().ifPresent(charts::add);
        comparison.memory().ifPresent(charts::add);
        comparison.stages().ifPresent(charts::add);
        Scaling scaling = benchmark.scaling();
        if (scaling != null) {
            ScalingCharts.bySize(scaling).ifPresent(charts::add);
            ScalingCharts.byWorkers(scaling).ifPresent(charts::add);
        }
        ConstraintCharts constraints = new ConstraintCharts(benchmark.constraints());
        constraints.tradeOff().ifPresent(charts::add);
        constraints.throughput().ifPresent(charts::add);
        constraints.accuracy().ifPresent(charts::add);
        constraints.heatMaps().forEach(charts::add);
        DriftChart.of(benchmark.drifts()).forEach(charts::add);
        return charts;
    }
}
