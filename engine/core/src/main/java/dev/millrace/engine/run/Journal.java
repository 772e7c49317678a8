package dev.millrace.engine.run;

import dev.millrace.engine.problem.StorageException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/// The journal of a run, `_run/journal.jsonl`: one line for each thing that is done and need not be done again. Safe
/// for any thread.
///
/// A line that was being written when the process died is torn, which its checksum shows; [JournalFile] reads up to the
/// first such line. Lines are forced to disk now and then only: what a power cut takes is done again.
final class Journal implements AutoCloseable {

    private static final long FORCE_AFTER_NANOS = Duration.ofSeconds(1).toNanos();

    private final Path file;
    private final FileChannel channel;
    private long forcedAt = System.nanoTime();
    private @Nullable IOException broken; // a line may be torn, so none may follow it
    private boolean worthKeeping;

    private Journal(Path file, FileChannel channel, boolean worthKeeping) {
        this.file = file;
        this.channel = channel;
        this.worthKeeping = worthKeeping;
    }

    /// Begins a journal.
    static Journal begin(Path file, JournalEntry.Begun begun) {
        return opened(file, false, begun, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /// Goes on with a journal after its last whole line.
    static Journal resume(JournalFile read, JournalEntry.Resumed resumed) {
        try (FileChannel channel = FileChannel.open(read.file(), StandardOpenOption.WRITE)) {
            channel.truncate(read.bytes());
        } catch (IOException failure) {
            throw StorageException.writing(read.file(), failure);
        }
        return opened(read.file(), read.worthKeeping(), resumed, StandardOpenOption.APPEND);
    }

    private static Journal opened(Path file, boolean worthKeeping, JournalEntry first, OpenOption... options) {
        try {
            Journal journal = new Journal(file, FileChannel.open(file, options), worthKeeping);
            try {
                journal.append(first);
                journal.force();
                return journal;
            } catch (RuntimeException failure) {
                journal.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw StorageException.writing(file, failure);
        }
    }

    /// Appends an entry.
    synchronized void append(JournalEntry entry) {
        if (broken != null) {
            String earlier = "an earlier entry could not be written: " + broken.getMessage();
            throw StorageException.writing(file, new IOException(earlier, broken));
        }
        try {
            ByteBuffer line = ByteBuffer.wrap((JournalLine.of(entry) + "\n").getBytes(StandardCharsets.UTF_8));
            while (line.hasRemaining()) {
                channel.write(line);
            }
            if (System.nanoTime() - forcedAt > FORCE_AFTER_NANOS) {
                force();
            }
        } catch (IOException failure) {
            throw broken(failure);
        }
        worthKeeping |= entry.isWorthKeeping();
    }

    /// Whether something is done that a run that resumes this one need not do again.
    synchronized boolean worthKeeping() {
        return worthKeeping;
    }

    /// Forces everything appended so far to disk.
    synchronized void force() {
        try {
            channel.force(false);
            forcedAt = System.nanoTime();
        } catch (IOException failure) {
            throw broken(failure);
        }
    }

    private StorageException broken(IOException failure) {
        broken = failure;
        return StorageException.writing(file, failure);
    }

    @Override
    public synchronized void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw StorageException.writing(file, failure);
        }
    }
}
