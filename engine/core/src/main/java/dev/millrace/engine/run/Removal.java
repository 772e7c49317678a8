package dev.millrace.engine.run;

import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.problem.RecipeException;
import dev.millrace.engine.problem.StorageException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What removing the results of a finished run would delete, and what would stay because no run of ours wrote it.
///
/// @param output the output folder
/// @param files that would be deleted, relative to the folder
/// @param bytes that they have
/// @param others files in the folder that would stay, relative to it
public record Removal(Path output, List<String> files, long bytes, List<String> others) {

    /// Looks what there is; deletes nothing.
    ///
    /// @throws RecipeException if the folder holds no finished run, or links
    /// @throws StorageException if it cannot be listed
    public static Removal of(Path output) {
        Set<String> ours = ours(output);
        List<String> files = new ArrayList<>();
        List<String> others = new ArrayList<>();
        long bytes = 0;
        try (Stream<Path> all = Files.walk(output)) {
            for (Path file : all.filter(path -> !Entry.isFolder(path)).toList()) {
                String name = output.relativize(file).toString().replace('\\', '/');
                if (ours.contains(name)) {
                    files.add(name);
                    bytes += Files.size(file);
                } else if (!name.equals(OutputFolder.LOCK)) {
                    others.add(name);
                }
            }
        } catch (IOException failure) {
            throw StorageException.reading(output, failure);
        }
        files.sort(null);
        others.sort(null);
        return new Removal(output, List.copyOf(files), bytes, List.copyOf(others));
    }

    private static Set<String> ours(Path output) {
        EarlierResults results = EarlierResults.in(output);
        if (!results.finished()) {
            throw refused(
                    output, "there is no finished run in this folder", "Delete the folder yourself if you mean it");
        }
        if (!results.links().isEmpty()) {
            throw refused(
                    output,
                    "the folder holds a symbolic link (" + results.links().getFirst() + ")",
                    "Remove the link first: links are not followed here");
        }
        return results.ours();
    }

    private static RecipeException refused(Path output, String finding, String remedy) {
        return new RecipeException(new Problem(Place.of(output), finding, remedy));
    }

    /// Deletes the files, the mark of a complete folder first, and the folders that are empty then.
    ///
    /// @throws RecipeException if they are not what was looked at any more
    /// @throws StorageException if a run has the folder, or a file cannot be deleted
    public void delete() {
        Path lockFile = output.resolve(OutputFolder.LOCK);
        OutputFolder folder = new OutputFolder(output, Set.of());
        try (OutputLock _ = OutputLock.take(lockFile, Instant.now())) {
            Removal now = of(output);
            if (!now.files().equals(files)) {
                throw refused(output, "the folder has changed since it was looked at", "Look at it again");
            }
            folder.discard(List.of(output.resolve(OutputFolder.SUCCESS)));
            folder.discard(
                    files.stream().filter(file -> !file.equals(OutputFolder.MANIFEST)).map(output::resolve).toList());
            folder.discard(List.of(output.resolve(OutputFolder.MANIFEST)));
        }
        folder.removeIfEmpty();
    }
}
