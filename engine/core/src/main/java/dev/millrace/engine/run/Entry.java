package dev.millrace.engine.run;

import dev.millrace.engine.problem.StorageException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/// What lies under a name in an output folder. The methods of [Files] that answer by yes or no take a fault of the disk
/// for an absent file, which here could mean that the work of an earlier run is thrown away.
enum Entry {
    ABSENT,
    FILE,
    FOLDER,
    LINK,
    OTHER; // a pipe, a device, …

    /// Looks at a name, and does not follow a link.
    ///
    /// @throws StorageException if it cannot be told
    static Entry at(Path path) {
        return at(path, LinkOption.NOFOLLOW_LINKS);
    }

    /// Looks at what a name leads to.
    ///
    /// @throws StorageException if it cannot be told
    static Entry behind(Path path) {
        return at(path, new LinkOption[0]);
    }

    private static Entry at(Path path, LinkOption... options) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class, options);
            if (attributes.isRegularFile()) {
                return FILE;
            }
            if (attributes.isDirectory()) {
                return FOLDER;
            }
            return attributes.isSymbolicLink() ? LINK : OTHER;
        } catch (NoSuchFileException absent) {
            return ABSENT;
        } catch (IOException failure) {
            throw StorageException.reading(path, failure);
        }
    }

    static boolean isFile(Path path) {
        return at(path) == FILE;
    }

    static boolean isFolder(Path path) {
        return at(path) == FOLDER;
    }

    static boolean isAbsent(Path path) {
        return at(path) == ABSENT;
    }
}
