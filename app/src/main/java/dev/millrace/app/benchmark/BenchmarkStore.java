package dev.millrace.app.benchmark;

import dev.millrace.app.project.WholeFile;
import dev.millrace.engine.problem.EngineException;
import dev.millrace.lab.result.Benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Remembers benchmarks, a folder for each in a folder of the program's: the document that the laboratory writes, and
/// where its reports went. So what was found is there even if the reports are not. Opens files; not for the screen's
/// thread.
public final class BenchmarkStore {

    private static final String DOCUMENT = "benchmark.json";
    private static final String REPORTS = "reports.txt";

    private final Path folder;

    /// @param folder made when it is needed
    public BenchmarkStore(Path folder) {
        this.folder = folder;
    }

    /// Remembers a benchmark; one that began at the same moment is replaced.
    public void add(PastBenchmark benchmark) throws IOException {
        Path own = Files.createDirectories(folder(benchmark));
        WholeFile.write(own.resolve(REPORTS), benchmark.folder().toString().getBytes(StandardCharsets.UTF_8));
        WholeFile.write(own.resolve(DOCUMENT), benchmark.benchmark().document());
    }

    /// All benchmarks, newest first. One that is damaged is left out: it helps nobody, and must not hide the others.
    public List<PastBenchmark> benchmarks() throws IOException {
        List<PastBenchmark> found = new ArrayList<>();
        for (Path own : entries()) {
            if (Files.isRegularFile(own.resolve(DOCUMENT))) {
                read(own).ifPresent(found::add);
            }
        }
        found.sort(Comparator.comparing((PastBenchmark each) -> each.benchmark().started()).reversed());
        return found;
    }

    private static Optional<PastBenchmark> read(Path own) throws IOException {
        Path reports = Path.of(Files.readString(own.resolve(REPORTS)));
        try {
            return Optional.of(new PastBenchmark(reports, Benchmark.read(own.resolve(DOCUMENT))));
        } catch (EngineException damaged) {
            return Optional.empty();
        }
    }

    /// Forgets a benchmark; its reports stay.
    public void remove(PastBenchmark benchmark) throws IOException {
        Path own = folder(benchmark);
        Files.deleteIfExists(own.resolve(DOCUMENT));
        Files.deleteIfExists(own.resolve(REPORTS));
        Files.deleteIfExists(own);
    }

    private Path folder(PastBenchmark benchmark) {
        return folder.resolve(benchmark.benchmark().started().toString().replaceAll("[^0-9A-Za-z-]", "-"));
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }
}
