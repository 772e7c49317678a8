package dev.millrace.engine.run;

import dev.millrace.engine.json.Json;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.problem.StorageException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Keeps other runs out of an output folder: a lock of the operating system on `_run/.lock`, which ends with the
/// process that holds it, however that ends. The file says who holds it, for messages.
final class OutputLock implements AutoCloseable {

    private static final int MOST_BYTES = 4096;

    private final Path file;
    private final FileChannel channel;
    private final Optional<Holder> deadHolder;

    private OutputLock(Path file, FileChannel channel, Optional<Holder> deadHolder) {
        this.file = file;
        this.channel = channel;
        this.deadHolder = deadHolder;
    }

    /// Who holds a lock.
    ///
    /// @param process its id
    /// @param host name of the machine
    /// @param since when it took the lock
    record Holder(long process, String host, Instant since) {

        @Override
        public String toString() {
            return "process " + process + " on " + host + ", since " + since;
        }
    }

    /// Takes the lock.
    ///
    /// @throws StorageException if somebody else holds it, naming who, or if the file cannot be written
    static OutputLock take(Path file, Instant now) {
        try {
            while (true) {
                FileChannel channel =
                        FileChannel.open(
                                file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                try {
                    Optional<Holder> holder = holder(channel, file);
                    if (!locked(channel)) {
                        throw held(file, holder);
                    }
                    if (isStill(file, channel)) {
                        sign(channel, now);
                        return new OutputLock(file, channel, holder);
                    }
                    channel.close(); // who held it deleted the file before we got the lock on it
                } catch (IOException | RuntimeException failure) {
                    channel.close();
                    throw failure;
                }
            }
        } catch (IOException failure) {
            throw StorageException.writing(file, failure);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock(MOST_BYTES, 1, false); // beyond the text, which others must be able to read
            return lock != null;
        } catch (OverlappingFileLockException _) {
            return false; // held by this process
        }
    }

    /// Who held the lock when its process ended without letting go of it.
    Optional<Holder> deadHolder() {
        return deadHolder;
    }

    /// Whether the path still leads to the file that is open: a new holder writes what we can read.
    private static boolean isStill(Path file, FileChannel channel) throws IOException {
        try {
            byte[] mark = ("claimed " + System.nanoTime()).getBytes(StandardCharsets.US_ASCII);
            write(channel, mark);
            byte[] found = Files.readAllBytes(file);
            return Arrays.equals(mark, found);
        } catch (NoSuchFileException _) {
            return false;
        }
    }

    private static void sign(FileChannel channel, Instant now) throws IOException {
        Holder holder = new Holder(ProcessHandle.current().pid(), host(), now);
        write(channel, Json.document(holder));
    }

    private static void write(FileChannel channel, byte[] content) throws IOException {
        channel.truncate(0);
        ByteBuffer buffer = ByteBuffer.wrap(content);
        while (buffer.hasRemaining()) {
            channel.write(buffer, buffer.position());
        }
    }

    /// As the system's shell has it; asking the network for a name is not worth a call.
    private static String host() {
        return Stream.of("HOSTNAME", "COMPUTERNAME")
                .map(System::getenv)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("this machine");
    }

    private static Optional<Holder> holder(FileChannel channel, Path file) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(MOST_BYTES);
        channel.read(text, 0);
        byte[] bytes = new byte[text.position()];
        text.get(0, bytes);
        try {
            return Optional.of(Json.read(Json.parse(bytes, Place.of(file)), Holder.class, Place.of(file)));
        } catch (RuntimeException unreadable) {
            return Optional.empty(); // new, or being written
        }
    }

    private static StorageException held(Path file, Optional<Holder> holder) {
        return new StorageException(
                new Problem(
                        Place.of(file),
                        "another run is writing to this folder" + holder.map(who -> " (" + who + ")").orElse(""),
                        "Wait until it is done, or choose another output folder"));
    }

    /// Lets go of the folder.
    @Override
    public void close() {
        try (channel) {
            OutputFolder.delete(file);
        } catch (IOException failure) {
            throw StorageException.writing(file, failure);
        }
    }
}
