package dev.millrace.engine.run;

import dev.millrace.engine.json.Json;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.problem.StorageException;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Keeps other runs out of an output folder: a lock of the operating system on `_run/.lock`, which ends with the
/// process that holds it, however that ends. The file says who holds it, for messages.
final class OutputLock implements AutoCloseable {

    private static final int MOST_BYTES = 4096;
    private static final int MARKS = 2;

    /// What this process holds. As soon as a process closes a file, the system ends every lock that the process has on
    /// it, whichever channel it was taken by; so a file that is held is never opened again, not even to find it held.
    /// What nobody can reach any more holds nothing: its channel is closed, and so is the system's lock.
    private static final Map<Path, WeakReference<Holder>> HELD = new HashMap<>();

    private final Path file;
    private final FileChannel channel;
    private final Holder self;
    private final Optional<Holder> deadHolder;

    private OutputLock(Path file, FileChannel channel, Holder self, Optional<Holder> deadHolder) {
        this.file = file;
        this.channel = channel;
        this.self = self;
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
        Holder self = new Holder(ProcessHandle.current().pid(), host(), now);
        Optional<Holder> other = enter(file, self);
        if (other.isPresent()) {
            throw held(file, other);
        }
        boolean taken = false;
        try {
            OutputLock lock = take(file, self);
            taken = true;
            return lock;
        } catch (IOException failure) {
            throw StorageException.writing(file, failure);
        } finally {
            if (!taken) {
                leave(self);
            }
        }
    }

    /// Makes somebody the holder of a file, unless another one in this process is.
    ///
    /// @return the other one
    private static Optional<Holder> enter(Path file, Holder self) {
        synchronized (HELD) {
            HELD.values().removeIf(gone -> gone.refersTo(null));
            WeakReference<Holder> known = HELD.get(key(file));
            Holder other = known == null ? null : known.get();
            if (other == null) {
                HELD.put(key(file), new WeakReference<>(self));
            }
            return Optional.ofNullable(other);
        }
    }

    private static void leave(Holder self) {
        synchronized (HELD) {
            HELD.values().removeIf(each -> each.refersTo(self));
        }
    }

    private static OutputLock take(Path file, Holder self) throws IOException {
        while (true) {
            FileChannel channel =
                    FileChannel.open(
                            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            boolean locked = false;
            try {
                Optional<Holder> holder = holder(channel, file);
                locked = locked(channel);
                if (!locked) {
                    throw held(file, holder);
                }
                if (isStill(file, channel)) {
                    write(channel, Json.document(self));
                    return new OutputLock(file, channel, self, holder);
                }
                channel.close(); // who held it deleted the file before we got the lock on it
            } catch (IOException | RuntimeException failure) {
                if (locked) {
                    remove(file, failure);
                }
                channel.close();
                throw failure;
            }
        }
    }

    /// Leaves no file behind that says nothing, such as where the disk is full.
    private static void remove(Path file, Exception why) {
        try {
            EntryChange.delete(file);
        } catch (IOException failure) {
            why.addSuppressed(failure);
        }
    }

    private static Path key(Path file) {
        return file.toAbsolutePath().normalize();
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock(MOST_BYTES, 1, false); // beyond the text, which others must be able to read
            return lock != null;
        } catch (OverlappingFileLockException _) {
            return false; // held by this process under another name
        }
    }

    /// Who held the lock when its process ended without letting go of it.
    Optional<Holder> deadHolder() {
        return deadHolder;
    }

    /// Whether the path still leads to the file that is open: its size is as we make it. It is longer than what a
    /// holder writes, and another one for everybody who asks.
    private static boolean isStill(Path file, FileChannel channel) throws IOException {
        try {
            for (int i = 0; i < MARKS; i++) {
                int size = MOST_BYTES / 2 + Math.floorMod(System.nanoTime(), MOST_BYTES / 2);
                write(channel, new byte[size]);
                if (Files.size(file) != size) {
                    return false;
                }
            }
            return true;
        } catch (NoSuchFileException _) {
            return false;
        }
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
            EntryChange.delete(file);
        } catch (IOException failure) {
            throw StorageException.writing(file, failure);
        } finally {
            leave(self);
        }
    }
}
