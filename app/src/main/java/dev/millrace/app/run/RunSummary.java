package dev.millrace.app.run;

import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.engine.run.Manifest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What a finished run gave.
///
/// @param verdict the row accounting in one line
/// @param facts a few figures
/// @param warnings in words, may be empty
/// @param artifacts what was learned, as paths below the output folder
public record RunSummary(String verdict, List<Fact> facts, List<String> warnings, List<String> artifacts) {

    /// Before there is one.
    public static final RunSummary NONE = new RunSummary("", List.of(), List.of(), List.of());

    public RunSummary {
        facts = List.copyOf(facts);
        warnings = List.copyOf(warnings);
        artifacts = List.copyOf(artifacts);
    }

    /// A figure.
    ///
    /// @param name what it is
    /// @param value with its unit
    public record Fact(String name, String value) {}

    static RunSummary of(Manifest manifest, int shards, Texts texts, Figures figures) {
        long rows = manifest.rows().in();
        long written = manifest.rows().out().values().stream().mapToLong(Long::longValue).sum();
        Duration duration = Duration.between(manifest.started(), manifest.ended());
        double seconds = Math.max(duration.toNanos() / 1e9, 1e-3);
        long bytes = manifest.outputs().stream().mapToLong(Manifest.Output::bytes).sum();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(texts.of("run.fact.duration"), figures.duration(duration)));
        facts.add(new Fact(texts.of("run.fact.rate"), figures.rowsPerSecond(rows / seconds)));
        facts.add(new Fact(texts.of("run.fact.written"), figures.bytes(bytes)));
        Long resident = manifest.memory().peakProcessBytes();
        facts.add(
                new Fact(
                        texts.of(resident == null ? "run.fact.peakHeap" : "run.fact.peak"),
                        figures.bytes(resident == null ? manifest.memory().peakHeapBytes() : resident)));
        facts.add(new Fact(texts.of("run.fact.artifacts"), figures.count(manifest.artifacts().size())));
        String key = rows == written ? "run.verdict" : "run.verdict.differs";
        return new RunSummary(
                texts.of(key, manifest.inputs().size(), shards, rows, written, manifest.outputs().size()),
                facts,
                manifest.warnings(),
                manifest.artifacts().stream().map(Manifest.ArtifactEntry::path).toList());
    }
}
