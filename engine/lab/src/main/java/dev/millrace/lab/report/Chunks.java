package dev.millrace.lab.report;

import dev.millrace.engine.recipe.Mode;
import dev.millrace.lab.measure.ChildReport;
import dev.millrace.lab.measure.MeasuredRun;
import dev.millrace.lab.result.Benchmark;

import java.util.List;

/// The scans of shards of the counted streaming runs of a comparison.
final class Chunks {

    private Chunks() {}

    static List<MeasuredRun> runs(Benchmark benchmark) {
        return benchmark.runs().stream()
                .filter(run -> run.experiment().equals("modes") && run.counts() && run.side().mode() == Mode.STREAMING)
                .toList();
    }

    static List<ChildReport.Chunk> of(MeasuredRun run) {
        return run.report() == null ? List.of() : run.report().chunks();
    }
}
