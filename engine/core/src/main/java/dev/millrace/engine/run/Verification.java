package dev.millrace.engine.run;

import dev.millrace.engine.block.ContentHash;
import dev.millrace.engine.problem.CancelledException;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.problem.RecipeException;
import dev.millrace.engine.problem.StorageException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Whether a finished run's files still are what its manifest says.
///
/// @param manifest of the run
/// @param files how many were read
/// @param bytes how many they have
/// @param problems what is not as it was; empty if all is
public record Verification(Manifest manifest, int files, long bytes, List<Problem> problems) {

    /// Told how far a verification is, and asked whether to go on.
    @FunctionalInterface
    public interface Watcher {

        /// Called now and then by the thread that reads.
        ///
        /// @param bytesRead of all files
        /// @param bytes that there are by the manifest
        /// @return false to stop
        boolean goOn(long bytesRead, long bytes);
    }

    /// Reads every file of the finished run in a folder.
    ///
    /// @throws RecipeException if there is no finished run
    /// @throws StorageException if a file cannot be read
    public static Verification of(Path output) {
        return of(output, (_, _) -> true);
    }

    /// Reads every file of the finished run in a folder, unless it is stopped.
    ///
    /// @throws RecipeException if there is no finished run
    /// @throws StorageException if a file cannot be read
    /// @throws CancelledException if the watcher has it stop
    public static Verification of(Path output, Watcher watcher) {
        Manifest manifest =
                Manifest.ofFinishedRun(output)
                        .orElseThrow(() ->
                                new RecipeException(
                                        new Problem(
                                                Place.of(output),
                                                "there is no finished run in this folder",
                                                "Name the output folder of a run that has a file "
                                                        + OutputFolder.SUCCESS)));
        List<Manifest.ArtifactEntry> expected = new ArrayList<>(manifest.artifacts());
        manifest.outputs().forEach(file -> expected.add(entry(file)));
        manifest.rejected().forEach(file -> expected.add(entry(file)));
        List<Problem> problems = new ArrayList<>();
        long all = expected.stream().mapToLong(Manifest.ArtifactEntry::bytes).sum();
        long bytes = 0;
        for (Manifest.ArtifactEntry file : expected) {
            Path path = output.resolve(file.path()).normalize();
            if (!path.startsWith(output.normalize())) {
                problems.add(problem(path, "lies outside the folder", "The manifest was changed; run again"));
            } else if (!Entry.isFile(path)) {
                problems.add(problem(path, "is missing", "Run again to write it anew"));
            } else {
                long before = bytes;
                addDifference(path, file, problems, () -> goOn(watcher, before, all));
                bytes += file.bytes();
            }
            goOn(watcher, bytes, all);
        }
        if (!manifest.rows().balanced()) {
            problems.add(problem(output, "the manifest's rows do not add up", "The manifest was changed; run again"));
        }
        return new Verification(manifest, expected.size(), bytes, List.copyOf(problems));
    }

    private static void goOn(Watcher watcher, long bytesRead, long bytes) {
        if (!watcher.goOn(bytesRead, bytes)) {
            throw new CancelledException();
        }
    }

    private static Manifest.ArtifactEntry entry(Manifest.Output file) {
        return new Manifest.ArtifactEntry(file.path(), file.bytes(), file.hash());
    }

    private static void addDifference(
            Path path, Manifest.ArtifactEntry file, List<Problem> problems, Runnable betweenChunks) {
        try {
            long found = Files.size(path);
            if (found != file.bytes()) {
                problems.add(problem(path, "has " + found + " bytes, not " + file.bytes(), "Run again"));
            } else if (!ContentHash.of(path, betweenChunks).equals(file.hash())) {
                problems.add(problem(path, "is not what the run wrote", "Run again to write it anew"));
            }
        } catch (IOException failure) {
            throw StorageException.reading(path, failure);
        }
    }

    private static Problem problem(Path file, String finding, String remedy) {
        return new Problem(Place.of(file), finding, remedy);
    }
}
