package dev.millrace.engine.faults;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Every change below a folder, from which what a power cut leaves at any operation can be made again. What was there
/// at the begin is safe. Nothing is assumed of a file system but what it promises: forcing a file makes its bytes
/// durable, forcing a folder the names in it; neither makes the other durable, and no order is kept between two files.
final class PowerLog {

    private final Path root;
    private final FolderNode rootNode;

    PowerLog(Path root) {
        this.root = root;
        this.rootNode = (FolderNode) existing(root);
    }

    private static Node<?> existing(Path path) {
        try {
            if (!Files.isDirectory(path)) {
                return new FileNode(Files.readAllBytes(path));
            }
            SortedMap<String, Node<?>> entries = new TreeMap<>();
            try (Stream<Path> inside = Files.list(path)) {
                for (Path entry : inside.toList()) {
                    entries.put(entry.getFileName().toString(), existing(entry));
                }
            }
            return new FolderNode(entries);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void created(long at, Path path, Node<?> node) {
        folder(path).put(at, name(path), node);
    }

    void deleted(long at, Path path) {
        folder(path).remove(at, name(path));
    }

    void moved(long at, Path from, Path to) {
        if (from.getParent().equals(to.getParent())) {
            folder(from).rename(at, name(from), name(to));
        } else {
            Node<?> node = node(from);
            folder(to).put(at, name(to), node);
            folder(from).remove(at, name(from));
        }
    }

    void written(long at, FileNode file, long position, ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        file.write(at, position, copy);
    }

    /// What lies at a path now; null outside the root.
    @Nullable Node<?> node(Path path) {
        if (!path.startsWith(root)) {
            return null;
        }
        Node<?> node = rootNode;
        for (Path name : root.equals(path) ? List.<Path>of() : root.relativize(path)) {
            node = ((FolderNode) node).now().get(name.toString());
        }
        return node;
    }

    private FolderNode folder(Path path) {
        return (FolderNode) node(path.getParent());
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }

    /// Writes what a power cut leaves of a folder in the root.
    ///
    /// @param at the number of the last operation that was done
    /// @param name the folder's; nothing is written when it did not survive
    /// @param target where to; must not exist
    void restore(long at, Survival survival, long seed, String name, Path target) {
        Random random = new Random(seed);
        Node<?> node = rootNode.after(at, survival, random).get(name);
        if (node != null) {
            restore(node, at, survival, random, target);
        }
    }

    private static void restore(Node<?> node, long at, Survival survival, Random random, Path target) {
        try {
            switch (node) {
                case FileNode file -> Files.write(target, file.after(at, survival, random));
                case FolderNode folder -> {
                    Files.createDirectory(target);
                    for (Map.Entry<String, Node<?>> entry : folder.after(at, survival, random).entrySet()) {
                        restore(entry.getValue(), at, survival, random, target.resolve(entry.getKey()));
                    }
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
