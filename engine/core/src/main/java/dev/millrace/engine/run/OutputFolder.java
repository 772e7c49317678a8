package dev.millrace.engine.run;

import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.problem.RecipeException;
import dev.millrace.engine.problem.StorageException;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Where a run's results go. Every file is written under a hidden temporary name beside its final one and forced to
/// disk; only when all are whole does [#commit] give them their final names, the manifest second to last and `_SUCCESS`
/// last. A run that fails or is cancelled leaves no file under a final name.
///
/// The only class that renames or deletes files.
final class OutputFolder {

    static final String SUCCESS = "_SUCCESS";
    static final String RUN = "_run";
    static final String MANIFEST = RUN + "/manifest.json";
    static final String RECIPE = RUN + "/recipe.json";
    static final String EVENTS = RUN + "/events.jsonl";
    static final String MODEL = "model";
    static final String REJECTED = "rejected";

    static final String PARTIAL = ".partial";

    private final Path root;
    private final Set<Path> createdFolders = new LinkedHashSet<>();
    private final Map<Path, Path> staged = new LinkedHashMap<>(); // temporary by final path
    private final List<StagedFile> files = new ArrayList<>();
    private final Set<String> earlierFiles;

    private OutputFolder(Path root, Set<String> earlierFiles) {
        this.root = root;
        this.earlierFiles = earlierFiles;
    }

    /// Takes a folder for a run: a new or empty one or, with `overwrite`, one with the results of an earlier run, which
    /// stay in place until [#commit]. What a killed run left under temporary names is removed.
    ///
    /// @param bytesNeeded an estimate of what will be written
    /// @param place where the recipe names the folder, for messages
    /// @throws RecipeException if the folder holds something else
    /// @throws StorageException if it cannot be written to, or its disk is too full
    static OutputFolder claim(Path root, boolean overwrite, long bytesNeeded, Place place) {
        EarlierResults earlier = EarlierResults.in(root);
        earlier.refusal(overwrite, place)
                .ifPresent(problem -> {
                    throw new RecipeException(problem);
                });
        OutputFolder folder = new OutputFolder(root, earlier.files());
        try {
            for (Path leftover : earlier.leftovers()) {
                delete(leftover);
                for (Path at = parent(leftover); !at.equals(root); at = parent(at)) {
                    deleteIfEmpty(at);
                }
            }
            folder.createFolders(root);
            folder.requireSpace(bytesNeeded);
        } catch (IOException failure) {
            folder.abandon();
            throw StorageException.writing(root, failure);
        }
        return folder;
    }

    private void requireSpace(long bytesNeeded) throws IOException {
        long usable = Files.getFileStore(root).getUsableSpace();
        if (usable < bytesNeeded) {
            abandon();
            throw new StorageException(
                    new Problem(
                            Place.of(root),
                            "about " + bytes(bytesNeeded) + " will be written but only " + bytes(usable) + " are free",
                            "Free some space or choose another output folder"));
        }
    }

    private static String bytes(long bytes) {
        return bytes < 10L << 20 ? (bytes >> 10) + " KiB" : (bytes >> 20) + " MiB";
    }

    Path root() {
        return root;
    }

    /// Begins a file.
    ///
    /// @param path its final name, relative to the folder, with `/` between names
    synchronized StagedFile stage(String path) {
        Path target = root.resolve(path);
        try {
            if (Files.exists(target, LinkOption.NOFOLLOW_LINKS) && !earlierFiles.contains(path)) {
                throw new IOException("a file of that name is there already");
            }
            Path folder = parent(target);
            createFolders(folder);
            Path temporary = folder.resolve("." + target.getFileName() + PARTIAL);
            staged.put(target, temporary);
            StagedFile file = new StagedFile(path, temporary);
            files.add(file);
            return file;
        } catch (IOException failure) {
            throw StorageException.writing(target, failure);
        }
    }

    /// Gives every staged file its final name, removes what an earlier run left beside them, and marks the folder
    /// complete.
    synchronized void commit() {
        try {
            delete(root.resolve(SUCCESS));
            for (String file : earlierFiles) {
                if (!staged.containsKey(root.resolve(file))) {
                    delete(root.resolve(file));
                }
            }
            renameAll();
            Set<Path> folders = new LinkedHashSet<>();
            staged.keySet().forEach(file -> folders.add(parent(file)));
            for (Path folder : folders) {
                force(folder);
            }
            staged.clear();
            Files.createFile(root.resolve(SUCCESS));
            force(root);
            deleteEmptyFolders();
        } catch (IOException failure) {
            throw StorageException.writing(root, failure);
        }
    }

    private void renameAll() throws IOException {
        List<Path> renamed = new ArrayList<>();
        try {
            for (Map.Entry<Path, Path> file : staged.entrySet()) {
                rename(file.getValue(), file.getKey());
                renamed.add(file.getKey());
            }
        } catch (IOException failure) {
            for (Path file : renamed) {
                delete(file);
            }
            throw failure;
        }
    }

    /// Removes everything that is staged, and the folders made for it if they are empty again.
    synchronized void abandon() {
        try {
            for (StagedFile file : files) {
                file.close();
            }
            for (Path temporary : staged.values()) {
                delete(temporary);
            }
            staged.clear();
            List<Path> folders = new ArrayList<>(createdFolders);
            folders.sort(Comparator.comparingInt(Path::getNameCount).reversed());
            for (Path folder : folders) {
                deleteIfEmpty(folder);
            }
        } catch (IOException failure) {
            throw StorageException.writing(root, failure);
        }
    }

    private void deleteEmptyFolders() throws IOException {
        Set<Path> folders = new LinkedHashSet<>();
        earlierFiles.forEach(file -> folders.add(parent(root.resolve(file))));
        for (Path folder : folders) {
            for (Path at = folder; !at.equals(root); at = parent(at)) {
                deleteIfEmpty(at);
            }
        }
    }

    private static void deleteIfEmpty(Path folder) throws IOException {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            boolean empty;
            try (Stream<Path> entries = Files.list(folder)) {
                empty = entries.findAny().isEmpty();
            }
            if (empty) {
                Files.delete(folder);
            }
        }
    }

    private static void delete(Path file) throws IOException {
        try {
            Files.delete(file);
        } catch (NoSuchFileException absent) {
            return; // what should not be there is not there
        }
    }

    private static void rename(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException unsupported) {
            throw new IOException("this file system cannot rename atomically", unsupported);
        }
    }

    /// Makes renames in a folder durable, where the system lets a folder be opened (Windows does not).
    private static void force(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private void createFolders(Path folder) throws IOException {
        List<Path> missing = new ArrayList<>();
        for (Path at = folder; at != null && !Files.exists(at); at = at.getParent()) {
            missing.addFirst(at);
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
