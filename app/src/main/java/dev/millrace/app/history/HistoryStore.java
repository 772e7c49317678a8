package dev.millrace.app.history;

import dev.millrace.app.project.WholeFile;
import dev.millrace.engine.problem.EngineException;
import dev.millrace.engine.results.ArtifactTable;
import dev.millrace.engine.results.RunRecord;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Remembers runs, a folder for each in a folder of the program's: its record and, as long as they are small, what it
/// learned, since a later run may replace that. Several windows may use it at once. Opens files; not for the screen's
/// thread.
public final class HistoryStore {

    private static final String RECORD = "run.json";
    private static final String MODEL = "model";
    private static final long MOST_ARTIFACT_BYTES = 8 << 20;

    private final Path folder;

    /// @param folder made when it is needed
    public HistoryStore(Path folder) {
        this.folder = folder;
    }

    /// Remembers a run; one with the same id is replaced.
    public void add(RunRecord run) throws IOException {
        Path own = Files.createDirectories(folder(run));
        copyArtifacts(Path.of(run.output()).resolve(MODEL), own.resolve(MODEL));
        WholeFile.write(own.resolve(RECORD), run.document());
    }

    private static void copyArtifacts(Path from, Path to) throws IOException {
        List<Path> documents = documents(from);
        long bytes = 0;
        for (Path document : documents) {
            bytes += Files.size(document);
        }
        if (bytes > MOST_ARTIFACT_BYTES || documents.isEmpty()) {
            return;
        }
        Files.createDirectories(to);
        for (Path document : documents) {
            WholeFile.write(to.resolve(String.valueOf(document.getFileName())), Files.readAllBytes(document));
        }
    }

    /// All runs, newest first. A record that is damaged is left out: it helps nobody, and must not hide the others.
    public List<RunRecord> runs() throws IOException {
        List<RunRecord> runs = new ArrayList<>();
        for (Path own : entries(folder)) {
            Path file = own.resolve(RECORD);
            if (Files.isRegularFile(file)) {
                read(file).ifPresent(runs::add);
            }
        }
        runs.sort(Comparator.comparing(RunRecord::begun).reversed());
        return runs;
    }

    private static Optional<RunRecord> read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try {
            return Optional.of(RunRecord.parse(bytes, file.toString()));
        } catch (EngineException damaged) {
            return Optional.empty();
        }
    }

    /// What a run learned, as far as it is remembered.
    ///
    /// @throws EngineException if it is damaged
    public List<ArtifactTable> artifacts(RunRecord run) throws IOException {
        List<ArtifactTable> tables = new ArrayList<>();
        for (Path document : documents(folder(run).resolve(MODEL))) {
            tables.addAll(ArtifactTable.of(MODEL + "/" + document.getFileName(), document));
        }
        return tables;
    }

    /// Forgets a run; its results stay.
    public void remove(RunRecord run) throws IOException {
        Path own = folder(run);
        for (Path document : documents(own.resolve(MODEL))) {
            Files.deleteIfExists(document);
        }
        Files.deleteIfExists(own.resolve(MODEL));
        Files.deleteIfExists(own.resolve(RECORD));
        Files.deleteIfExists(own);
    }

    /// An id may come from a manifest that somebody made: it is no path.
    private Path folder(RunRecord run) {
        return folder.resolve(run.id().replaceAll("[^A-Za-z0-9-]", "_"));
    }

    private static List<Path> documents(Path model) throws IOException {
        return entries(model).stream()
                .filter(file -> file.toString().endsWith(".json") && Files.isRegularFile(file))
                .toList();
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }
}
