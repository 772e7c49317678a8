package dev.millrace.engine.faults;

import dev.millrace.engine.faults.Operation.Kind;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;

/// An open file, or a folder that is open to be forced.
final class FaultyChannel extends FileChannel {

    private final Disk disk;
    private final Path path;
    private final FileChannel real;
    private final @Nullable Node<?> node;
    private final boolean appends;

    /// Wraps an open channel.
    ///
    /// @param node where its changes are noted; null outside the disk's root
    FaultyChannel(Disk disk, Path path, FileChannel real, @Nullable Node<?> node, boolean appends) {
        this.disk = disk;
        this.path = path;
        this.real = real;
        this.node = node;
        this.appends = appends;
        disk.opened(real);
    }

    /// Reads or writes at the channel's position or another one.
    private interface Transfer {

        /// Moves bytes.
        ///
        /// @return how many, or -1 at the end
        int move(ByteBuffer buffer) throws IOException;
    }

    private int transfer(Kind kind, ByteBuffer buffer, Transfer transfer) throws IOException {
        int limit = buffer.limit();
        int most = disk.begin(kind, path, buffer.remaining());
        buffer.limit(buffer.position() + most);
        try {
            return transfer.move(buffer);
        } finally {
            buffer.limit(limit);
        }
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        synchronized (disk) {
            return transfer(Kind.READ, target, real::read);
        }
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
        synchronized (disk) {
            return transfer(Kind.READ, target, buffer -> real.read(buffer, position));
        }
    }

    @Override
    public long read(ByteBuffer[] targets, int from, int count) throws IOException {
        return read(targets[from]);
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        synchronized (disk) {
            long position = appends ? real.size() : real.position();
            return transfer(Kind.WRITE, source, buffer -> noted(position, buffer, real::write));
        }
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
        synchronized (disk) {
            return transfer(Kind.WRITE, source, buffer -> noted(position, buffer, some -> real.write(some, position)));
        }
    }

    @Override
    public long write(ByteBuffer[] sources, int from, int count) throws IOException {
        return write(sources[from]);
    }

    private int noted(long position, ByteBuffer buffer, Transfer write) throws IOException {
        ByteBuffer written = buffer.duplicate();
        int count = write.move(buffer);
        written.limit(written.position() + count);
        disk.log().written(disk.now(), (FileNode) node, position, written);
        return count;
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        synchronized (disk) {
            disk.begin(Kind.TRUNCATE, path);
            real.truncate(size);
            ((FileNode) node).truncate(disk.now(), size);
            return this;
        }
    }

    @Override
    public void force(boolean metadata) throws IOException {
        synchronized (disk) {
            disk.begin(Kind.FORCE, path);
            if (node != null) { // the real one is not forced: nobody cuts its power, and it takes long
                node.force(disk.now());
            }
        }
    }

    @Override
    protected void implCloseChannel() throws IOException {
        synchronized (disk) {
            try {
                disk.begin(Kind.CLOSE, path);
            } finally {
                disk.closed(real);
                real.close();
            }
        }
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        synchronized (disk) {
            disk.begin(Kind.LOCK, path);
            return real.tryLock(position, size, shared);
        }
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) throws IOException {
        disk.begin(Kind.LOCK, path);
        return real.lock(position, size, shared);
    }

    @Override
    public long size() throws IOException {
        synchronized (disk) {
            disk.begin(Kind.SIZE, path);
            return real.size();
        }
    }

    @Override
    public long position() throws IOException {
        return real.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
        real.position(position);
        return this;
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) {
        throw new UnsupportedOperationException("not simulated: read and write");
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
        throw new UnsupportedOperationException("not simulated: read and write");
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
        throw new UnsupportedOperationException("memory is not simulated: read and write");
    }
}
