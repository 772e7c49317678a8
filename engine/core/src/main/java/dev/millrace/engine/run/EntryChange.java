package dev.millrace.engine.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/// What a run does to names in an output folder: the only class that renames or deletes files. [Entry] looks at them.
final class EntryChange {

    private EntryChange() {}

    /// Gives a file another name at once, in place of what has that name.
    static void rename(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException unsupported) {
            throw new IOException("this file system cannot rename atomically", unsupported);
        }
    }

    /// Deletes a file, if it is there.
    static void delete(Path file) throws IOException {
        try {
            Files.delete(file);
        } catch (NoSuchFileException absent) {
            return; // what should not be there is not there
        }
    }

    /// Deletes a folder, if it is there and nothing lies in it.
    static void deleteFolderIfEmpty(Path folder) throws IOException {
        if (Entry.isFolder(folder)) {
            boolean empty;
            try (Stream<Path> entries = Files.list(folder)) {
                empty = entries.findAny().isEmpty();
            }
            if (empty) {
                Files.delete(folder);
            }
        }
    }

    /// Makes changes of names in a folder survive a loss of power, where the system lets a folder be opened (Windows
    /// does not).
    static void forceFolder(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
