package dev.millrace.engine.run;

import dev.millrace.engine.problem.StorageException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Where a run's results go. Every file is written under a hidden temporary name beside its final one and forced to
/// disk; only when all are whole does [#commit] give them their final names, the manifest second to last and `_SUCCESS`
/// last. A run that does not finish leaves no `_SUCCESS`, and temporary files only.
///
/// What it does to the names of files is done by [EntryChange].
final class OutputFolder {

    static final String SUCCESS = "_SUCCESS";
    static final String RUN = "_run";
    static final String MANIFEST = RUN + "/manifest.json";
    static final String RECIPE = RUN + "/recipe.json";
    static final String EVENTS = RUN + "/events.jsonl";
    static final String JOURNAL = RUN + "/journal.jsonl";
    static final String LOCK = RUN + "/.lock";
    static final String MODEL = "model";
    static final String REJECTED = "rejected";

    static final String PARTIAL = ".partial";

    private final Path root;
    private final Set<String> ours;
    private final Set<Path> createdFolders = new LinkedHashSet<>();
    private final Map<Path, Path> staged = new LinkedHashMap<>(); // temporary by final path
    private final Set<Path> inPlace = new LinkedHashSet<>(); // have their final names since a commit that was cut short
    private final Set<Path> scratch = new LinkedHashSet<>(); // deleted at the end
    private final List<StagedFile> files = new ArrayList<>();

    /// Makes a folder for a run.
    ///
    /// @param ours names of files in it, relative to it, that the run may replace or remove
    OutputFolder(Path root, Collection<String> ours) {
        this.root = root;
        this.ours = Set.copyOf(ours);
    }

    /// The same folder, in which the run may replace or remove some files.
    ///
    /// @param names of the files, relative to the folder
    OutputFolder withOurs(Collection<String> names) {
        OutputFolder same = new OutputFolder(root, names);
        same.createdFolders.addAll(createdFolders);
        return same;
    }

    Path root() {
        return root;
    }

    /// Where a file is until it gets its final name.
    static Path temporary(Path target) {
        return parent(target).resolve("." + target.getFileName() + PARTIAL);
    }

    /// Makes the folder and one in it, as far as they are not there.
    void createFolders(String folder) throws IOException {
        createFolders(root.resolve(folder));
    }

    /// Begins a file.
    ///
    /// @param path its final name, relative to the folder, with `/` between names
    StagedFile stage(String path) {
        return stage(path, false);
    }

    /// Goes on with a file that a run left, after its last whole line, or begins it.
    StagedFile stageLines(String path) {
        return stage(path, true);
    }

    private synchronized StagedFile stage(String path, boolean goOn) {
        Path target = root.resolve(path);
        try {
            if (!Entry.isAbsent(target) && !ours.contains(path)) {
                throw new IOException("a file of that name is there already");
            }
            createFolders(parent(target));
            Path temporary = temporary(target);
            staged.put(target, temporary);
            inPlace.remove(target);
            StagedFile file = goOn ? StagedFile.afterLastLine(path, temporary) : StagedFile.create(path, temporary);
            files.add(file);
            return file;
        } catch (IOException failure) {
            throw StorageException.writing(target, failure);
        }
    }

    /// Takes over a whole file of a run that did not finish.
    ///
    /// @param path its final name, relative to the folder
    void keep(String path) {
        Path target = root.resolve(path);
        if (!Entry.isAbsent(temporary(target))) {
            staged.put(target, temporary(target));
        } else {
            inPlace.add(target);
        }
    }

    /// Begins a file that is deleted when the run is done.
    ///
    /// @param path relative to the folder
    synchronized StagedFile stageScratch(String path) throws IOException {
        StagedFile file = StagedFile.create(path, root.resolve(path));
        files.add(file);
        scratch.add(root.resolve(path));
        return file;
    }

    /// Has a file deleted when the run is done.
    void addScratch(String path) {
        scratch.add(root.resolve(path));
    }

    /// Gives every staged file its final name, removes what an earlier run left beside them, and marks the folder
    /// complete.
    ///
    /// @param journal staged, too; told before the first file gets its name
    synchronized void commit(Journal journal) {
        try {
            staged.put(root.resolve(JOURNAL), temporary(root.resolve(JOURNAL)));
            journal.append(new JournalEntry.Committing(finalNames()));
            journal.force();
            journal.close();
            EntryChange.delete(root.resolve(SUCCESS));
            EntryChange.forceFolder(root);
            for (String file : ours) {
                Path path = root.resolve(file);
                if (!staged.containsKey(path) && !inPlace.contains(path)) {
                    EntryChange.delete(path);
                }
            }
            Set<Path> folders = new LinkedHashSet<>();
            inPlace.forEach(file -> folders.add(parent(file)));
            staged.keySet().forEach(file -> folders.add(parent(file)));
            renameAll();
            for (Path file : scratch) {
                EntryChange.delete(file);
            }
            for (Path folder : folders) {
                EntryChange.forceFolder(folder);
            }
            staged.clear();
            deleteEmptyFolders();
            Files.createFile(root.resolve(SUCCESS));
        } catch (IOException failure) {
            throw StorageException.writing(root, failure);
        }
    }

    /// Makes the mark of a complete folder survive a loss of power. What fails here does not undo the run.
    void forceSuccess() {
        try {
            EntryChange.forceFolder(root);
        } catch (IOException failure) {
            throw StorageException.writing(root.resolve(SUCCESS), failure);
        }
    }

    private List<String> finalNames() {
        return Stream.concat(inPlace.stream(), staged.keySet().stream())
                .map(file -> root.relativize(file).toString().replace('\\', '/'))
                .toList();
    }

    /// All or, unless the disk fails twice, none.
    private void renameAll() throws IOException {
        List<Path> renamed = new ArrayList<>();
        try {
            for (Map.Entry<Path, Path> file : staged.entrySet()) {
                EntryChange.rename(file.getValue(), file.getKey());
                renamed.add(file.getKey());
            }
        } catch (IOException failure) {
            for (Path file : renamed) {
                try {
                    EntryChange.rename(file, temporary(file));
                } catch (IOException again) {
                    failure.addSuppressed(again); // the journal knows of it: the run can be resumed all the same
                }
            }
            throw failure;
        }
    }

    /// Closes what is open, every file even if one cannot be closed, and leaves it for a run that resumes this one.
    synchronized void leave() {
        IOException failure = null;
        for (StagedFile file : files) {
            try {
                file.close();
            } catch (IOException thrown) {
                failure = thrown;
            }
        }
        if (failure != null) {
            throw StorageException.writing(root, failure);
        }
    }

    /// Removes everything that is staged.
    synchronized void abandon() {
        leave();
        try {
            for (Path temporary : staged.values()) {
                EntryChange.delete(temporary);
            }
            for (Path file : scratch) {
                EntryChange.delete(file);
            }
            EntryChange.delete(temporary(root.resolve(JOURNAL)));
            staged.clear();
        } catch (IOException failure) {
            throw StorageException.writing(root, failure);
        }
    }

    /// Removes the folders made for the run that are empty again.
    synchronized void removeEmptyFolders() {
        List<Path> folders = new ArrayList<>(createdFolders);
        folders.sort(Comparator.comparingInt(Path::getNameCount).reversed());
        try {
            for (Path folder : folders) {
                EntryChange.deleteFolderIfEmpty(folder);
            }
        } catch (IOException failure) {
            throw StorageException.writing(root, failure);
        }
    }

    /// Removes files, and the folders below the root that get empty by it.
    void discard(Collection<Path> leftovers) {
        try {
            for (Path leftover : leftovers) {
                EntryChange.delete(leftover);
                for (Path at = parent(leftover); !at.equals(root); at = parent(at)) {
                    EntryChange.deleteFolderIfEmpty(at);
                }
            }
        } catch (IOException failure) {
            throw StorageException.writing(root, failure);
        }
    }

    /// Removes the folder itself unless something lies in it.
    void removeIfEmpty() {
        try {
            EntryChange.deleteFolderIfEmpty(root.resolve(RUN));
            EntryChange.deleteFolderIfEmpty(root);
        } catch (IOException failure) {
            throw StorageException.writing(root, failure);
        }
    }

    /// Makes the folder itself, and what lies directly in it and in `_run`, survive a loss of power.
    void forceFolders() throws IOException {
        EntryChange.forceFolder(root.resolve(RUN));
        EntryChange.forceFolder(root);
        for (Path folder : createdFolders) {
            EntryChange.forceFolder(parent(folder.toAbsolutePath()));
        }
    }

    private void deleteEmptyFolders() throws IOException {
        Set<Path> folders = new LinkedHashSet<>();
        ours.forEach(file -> folders.add(parent(root.resolve(file))));
        for (Path folder : folders) {
            for (Path at = folder; !at.equals(root); at = parent(at)) {
                EntryChange.deleteFolderIfEmpty(at);
            }
        }
    }

    /// Links below the root are not followed: what a run writes stays in its folder.
    private void createFolders(Path folder) throws IOException {
        List<Path> missing = new ArrayList<>();
        for (Path at = folder; at != null; at = at.getParent()) {
            if (Entry.isAbsent(at)) {
                missing.addFirst(at);
            } else if (at.startsWith(root) && !at.equals(root) && !Entry.isFolder(at)) {
                throw new IOException(at + " is a link or a file where a folder is needed");
            }
        }
        for (Path each : missing) {
            Files.createDirectory(each);
            createdFolders.add(each);
        }
    }

    private static Path parent(Path file) {
        Path parent = file.getParent();
        if (parent == null) {
            throw new IllegalArgumentException(file + " lies in no folder");
        }
        return parent;
    }
}
