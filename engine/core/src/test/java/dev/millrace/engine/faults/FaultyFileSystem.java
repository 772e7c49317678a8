package dev.millrace.engine.faults;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.Set;

/// A file system over the real one: the same files, but every operation is numbered, and trouble happens to it as
/// ordered. What reaches the real files without it (a [java.io.File], a path made by [Path#of]) fails for paths of this
/// one, or is missing in [Disk#operations].
final class FaultyFileSystem extends FileSystem {

    private final FileSystem real;
    private final Disk disk;
    private final FaultyProvider provider;

    private FaultyFileSystem(FileSystem real, Disk disk) {
        this.real = real;
        this.disk = disk;
        this.provider = new FaultyProvider(this, real.provider(), disk);
    }

    /// A file system with trouble.
    ///
    /// @param root a folder of the real file system; what is written must lie in it
    static FaultyFileSystem over(Path root, Trouble trouble) {
        return new FaultyFileSystem(root.getFileSystem(), new Disk(root, trouble));
    }

    Disk disk() {
        return disk;
    }

    /// The path that leads to a real one through this file system.
    Path path(Path realPath) {
        return new FaultyPath(this, realPath);
    }

    @Override
    public Path getPath(String first, String... more) {
        return path(real.getPath(first, more));
    }

    @Override
    public FileSystemProvider provider() {
        return provider;
    }

    @Override
    public void close() throws IOException {
        disk.release();
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public String getSeparator() {
        return real.getSeparator();
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        throw new UnsupportedOperationException("the engine has no business there");
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        throw new UnsupportedOperationException("the engine asks for the store of a file");
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return real.supportedFileAttributeViews();
    }

    @Override
    public PathMatcher getPathMatcher(String syntaxAndPattern) {
        PathMatcher matcher = real.getPathMatcher(syntaxAndPattern);
        return path -> matcher.matches(FaultyPath.real(path));
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        return real.getUserPrincipalLookupService();
    }

    @Override
    public WatchService newWatchService() {
        throw new UnsupportedOperationException("nothing is watched here");
    }
}
