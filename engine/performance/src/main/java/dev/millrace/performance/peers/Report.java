package dev.millrace.performance.peers;

import dev.millrace.engine.json.Json;
import dev.millrace.lab.measure.ChildProcess.Watched;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The table that a person reads, and the same as JSON.
final class Report {

    private static final String BASE = "streaming";

    private final List<Comparison> comparisons = new ArrayList<>();

    void add(Comparison comparison) {
        comparisons.add(comparison);
    }

    String table() {
        StringBuilder table = new StringBuilder();
        line(table, "task", "side", "median s", "min – max", "cpu s", "peak MB", "ns/byte", "× streaming", "95 %");
        for (Comparison comparison : comparisons) {
            String task = comparison.task().name();
            for (String side : comparison.times().keySet()) {
                double seconds = comparison.median(side, Watched::seconds);
                double[] spread = comparison.spread(side);
                String ratio = "";
                String interval = "";
                if (comparison.times().containsKey(BASE) && !side.equals(BASE)) {
                    Comparison.Ratio against = comparison.ratio(side, BASE);
                    ratio = rounded(against.value(), 2);
                    interval = rounded(against.low(), 2) + " – " + rounded(against.high(), 2);
                }
                line(
                        table,
                        task,
                        side,
                        rounded(seconds, 3),
                        rounded(spread[0], 3) + " – " + rounded(spread[1], 3),
                        rounded(comparison.median(side, Watched::cpuSeconds), 2),
                        rounded(comparison.median(side, Watched::peakBytes) / 1e6, 0),
                        rounded(seconds * 1e9 / comparison.task().bytes(), 3),
                        ratio,
                        interval);
                task = "";
            }
        }
        return table.toString();
    }

    /// @param launcher the Millrace that was measured
    byte[] document(Path launcher) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("machine", machine());
        document.put("launcher", launcher.toString());
        document.put(
                "pageCache",
                "warm: all shards are read before the first round; outputs are deleted after each run, and what was"
                        + " not yet on the disk with them");
        document.put("comparisons", comparisons.stream().map(Report::entry).toList());
        return Json.document(document);
    }

    private static Map<String, Object> machine() {
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        machine.put("architecture", System.getProperty("os.arch"));
        machine.put("processors", Runtime.getRuntime().availableProcessors());
        machine.put("java", Runtime.version().toString());
        return machine;
    }

    private static Map<String, Object> entry(Comparison comparison) {
        Map<String, Object> sides = new LinkedHashMap<>();
        comparison
                .times()
                .forEach((side, runs) -> {
                    Map<String, Object> entry = new LinkedHashMap<>();
                    entry.put("medianSeconds", comparison.median(side, Watched::seconds));
                    entry.put("medianCpuSeconds", comparison.median(side, Watched::cpuSeconds));
                    entry.put("medianPeakBytes", comparison.median(side, Watched::peakBytes));
                    if (comparison.times().containsKey(BASE)) {
                        Comparison.Ratio ratio = comparison.ratio(side, BASE);
                        entry.put("timesStreaming", List.of(ratio.value(), ratio.low(), ratio.high()));
                    }
                    entry.put("seconds", runs.stream().map(Watched::seconds).toList());
                    entry.put("cpuSeconds", runs.stream().map(Watched::cpuSeconds).toList());
                    entry.put("peakBytes", runs.stream().map(Watched::peakBytes).toList());
                    sides.put(side, entry);
                });
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("work", comparison.task().work().id());
        entry.put("format", comparison.task().format().id());
        entry.put("size", comparison.task().size().text());
        entry.put("bytes", comparison.task().bytes());
        entry.put("agreement", comparison.agreement().findings());
        entry.put("sides", sides);
        return entry;
    }

    private static void line(StringBuilder table, String... cells) {
        table.append(
                String.format(Locale.ROOT, "%-24s %-22s %9s %17s %8s %8s %8s %12s %15s", (Object[]) cells)
                        .stripTrailing());
        table.append('\n');
    }

    private static String rounded(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }
}
