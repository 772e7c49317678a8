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

    StagedFile(String path, Path temporary) throws IOException {
        this.path = path;
        this.channel =
                FileChannel.open(
                        temporary,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
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
