package dev.millrace.engine.faults;

import dev.millrace.engine.faults.Operation.Kind;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Numbers what is done by name, notes what changes, and hands it to the real provider.
final class FaultyProvider extends FileSystemProvider {

    private final FaultyFileSystem system;
    private final FileSystemProvider real;
    private final Disk disk;

    FaultyProvider(FaultyFileSystem system, FileSystemProvider real, Disk disk) {
        this.system = system;
        this.real = real;
        this.disk = disk;
    }

    /// Begins an operation and gives the real path to do it on; for use under the disk's monitor.
    private Path begin(Kind kind, Path path) throws IOException {
        Path realPath = FaultyPath.real(path).toAbsolutePath().normalize();
        disk.begin(kind, realPath);
        return realPath;
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return newFileChannel(path, options, attributes);
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        synchronized (disk) {
            boolean writes = options.contains(StandardOpenOption.WRITE) || options.contains(StandardOpenOption.APPEND);
            Path file = begin(writes ? Kind.CREATE : Kind.OPEN, path);
            boolean isNew = !Files.exists(file, LinkOption.NOFOLLOW_LINKS);
            FileChannel channel = real.newFileChannel(file, options, attributes);
            if (writes && isNew) {
                disk.log().created(disk.now(), file, new FileNode(new byte[0]));
            }
            Node<?> node = disk.log().node(file);
            if (node instanceof FileNode existing && options.contains(StandardOpenOption.TRUNCATE_EXISTING)) {
                existing.truncate(disk.now(), 0);
            }
            return new FaultyChannel(disk, file, channel, node, options.contains(StandardOpenOption.APPEND));
        }
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        List<Path> entries = new ArrayList<>();
        synchronized (disk) {
            begin(Kind.LIST, folder);
            try (DirectoryStream<Path> inside = real.newDirectoryStream(FaultyPath.real(folder), _ -> true)) {
                inside.forEach(entry -> entries.add(system.path(entry)));
            }
        }
        entries.sort(null); // the same order on every machine, so that operations keep their numbers
        List<Path> accepted = new ArrayList<>();
        for (Path entry : entries) {
            if (filter.accept(entry)) {
                accepted.add(entry);
            }
        }
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                return accepted.iterator();
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
        synchronized (disk) {
            Path path = begin(Kind.CREATE_FOLDER, folder);
            real.createDirectory(path, attributes);
            disk.log().created(disk.now(), path, new FolderNode());
        }
    }

    @Override
    public void delete(Path path) throws IOException {
        synchronized (disk) {
            Path file = begin(Kind.DELETE, path);
            real.delete(file);
            disk.log().deleted(disk.now(), file);
        }
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        synchronized (disk) {
            Path from = begin(Kind.MOVE, source);
            Path to = FaultyPath.real(target).toAbsolutePath().normalize();
            real.move(from, to, options);
            disk.log().moved(disk.now(), from, to);
        }
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) {
        throw new UnsupportedOperationException("copying is not simulated: write a file");
    }

    @Override
    public boolean isSameFile(Path path, Path other) throws IOException {
        synchronized (disk) {
            return real.isSameFile(begin(Kind.ATTRIBUTES, path), FaultyPath.real(other));
        }
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return real.isHidden(FaultyPath.real(path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        synchronized (disk) {
            return real.getFileStore(begin(Kind.SPACE, path));
        }
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        synchronized (disk) {
            real.checkAccess(begin(Kind.ATTRIBUTES, path), modes);
        }
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
        return real.getFileAttributeView(FaultyPath.real(path), type, options);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        synchronized (disk) {
            return real.readAttributes(begin(Kind.ATTRIBUTES, path), type, options);
        }
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        synchronized (disk) {
            return real.readAttributes(begin(Kind.ATTRIBUTES, path), attributes, options);
        }
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
        synchronized (disk) {
            real.setAttribute(begin(Kind.ATTRIBUTES, path), attribute, value, options);
        }
    }

    @Override
    public String getScheme() {
        return "faulty";
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> settings) {
        throw new UnsupportedOperationException("made by FaultyFileSystem.over");
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        throw new UnsupportedOperationException("known to its maker only");
    }

    @Override
    public Path getPath(URI uri) {
        throw new UnsupportedOperationException("known to its maker only");
    }
}
