package dev.millrace.cli;

import dev.millrace.engine.run.Manifest;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What a finished run tells on the command line.
record RunSummary(Manifest manifest, Path output) {

    void print(PrintWriter out) {
        Duration duration = Duration.between(manifest.lastStarted(), manifest.ended());
        long inputBytes = manifest.inputs().stream().mapToLong(Manifest.Input::bytes).sum();
        out.println();
        out.println(
                String.format(
                        Locale.ROOT,
                        "Done in %s: %,d rows/s, %,.1f MB/s of input",
                        Figures.duration(duration),
                        Figures.perSecond(manifest.rows().in(), duration),
                        Figures.perSecond(inputBytes, duration) / 1e6));
        out.println();
        Table table = new Table();
        addRows(table);
        addWarnings(table);
        table.add("peak memory", memory());
        addArtifacts(table);
        long outputBytes = manifest.outputs().stream().mapToLong(Manifest.Output::bytes).sum();
        table.add(
                "output",
                Figures.count(manifest.outputs().size(), "file")
                        + ", "
                        + Figures.bytes(outputBytes)
                        + " in "
                        + output.toAbsolutePath());
        table.print(out);
    }

    /// The counts stand below each other, as the first is the sum of the others.
    private void addRows(Table table) {
        Manifest.Rows rows = manifest.rows();
        int width = Figures.number(rows.in()).length();
        table.add("rows in", number(rows.in(), width));
        rows.out().forEach((split, count) -> table.add("rows out", number(count, width) + "  " + split));
        rows.dropped().forEach((reason, count) -> table.add("dropped", number(count, width) + "  " + reason));
        if (rows.rejected() > 0) {
            table.add("rejected", number(rows.rejected(), width));
        }
    }

    private static String number(long number, int width) {
        return String.format(Locale.ROOT, "%" + width + "s", Figures.number(number));
    }

    private void addWarnings(Table table) {
        List<String> warnings = manifest.warnings();
        if (warnings.isEmpty()) {
            table.add("warnings", "none");
        }
        addEach(table, "warnings", warnings.stream());
    }

    private String memory() {
        Manifest.Memory memory = manifest.memory();
        String heap = Figures.bytes(memory.peakHeapBytes()) + " of Java heap";
        return memory.peakProcessBytes() == null ? heap : Figures.bytes(memory.peakProcessBytes()) + ", of it " + heap;
    }

    private void addArtifacts(Table table) {
        addEach(
                table,
                "artifacts",
                manifest.artifacts().stream()
                        .map(artifact -> artifact.path() + " (" + Figures.bytes(artifact.bytes()) + ")"));
    }

    /// A line for each text, the label before the first.
    private static void addEach(Table table, String label, Stream<String> texts) {
        String heading = label;
        for (String text : texts.toList()) {
            table.add(heading, text);
            heading = "";
        }
    }
}
