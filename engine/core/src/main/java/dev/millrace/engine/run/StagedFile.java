package dev.millrace.engine.run;

import dev.millrace.engine.block.ContentHash;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// An output file under its temporary name. Whole once [#finish] has returned.
final class StagedFile extends OutputStream {

    private final String path;
    private final FileChannel channel;
    private final ContentHash hash = new ContentHash();
    private long bytes;

    private StagedFile(String path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /// Begins a file anew: what a failed attempt left is deleted rather than written over, for after a failed force a
    /// file may lie about what of it is on disk.
    static StagedFile create(String path, Path temporary) throws IOException {
        EntryChange.delete(temporary);
        return new StagedFile(
                path, FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    /// Goes on with a file of lines after the last whole one. Its hash and size are those of the new lines only.
    static StagedFile afterLastLine(String path, Path temporary) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        temporary, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            cutAfterLastLine(channel);
        } catch (IOException failure) {
            channel.close();
            throw failure;
        }
        return new StagedFile(path, channel);
    }

    private static void cutAfterLastLine(FileChannel channel) throws IOException {
        long end = channel.size();
        ByteBuffer last = ByteBuffer.allocate(1);
        while (end > 0 && channel.read(last.clear(), end - 1) == 1 && last.get(0) != '\n') {
            end--;
        }
        channel.truncate(end);
        channel.position(end);
    }

    /// The final name, relative to the output folder.
    String path() {
        return path;
    }

    long bytes() {
        return bytes;
    }

    String hash() {
        return hash.text();
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] source, int from, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(source, from, length);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        hash.add(source, from, length);
        bytes += length;
    }

    /// Forces everything to disk and closes.
    void finish() throws IOException {
        channel.force(true);
        channel.close();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
