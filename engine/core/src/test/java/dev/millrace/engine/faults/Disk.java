package dev.millrace.engine.faults;

import dev.millrace.engine.faults.Operation.Kind;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Numbers the operations of a file system and lets trouble happen. Its monitor is held from an operation's begin until
/// its effect is noted, so that the operations of several threads have one order.
final class Disk {

    private static final int MOST_OPERATIONS = 20_000; // some fifty times what a small run needs

    private final Trouble trouble;
    private final List<Operation> operations = new ArrayList<>();
    private final Set<Closeable> open = new LinkedHashSet<>();
    private final PowerLog log;
    private boolean struck;

    Disk(Path root, Trouble trouble) {
        this.trouble = trouble;
        this.log = new PowerLog(root);
    }

    /// Begins an operation that moves no bytes.
    ///
    /// @throws IOException if it is one that fails
    void begin(Kind kind, Path path) throws IOException {
        begin(kind, path, 1);
    }

    /// Begins an operation on some bytes.
    ///
    /// @return how many of them it may move
    /// @throws IOException if it is one that fails
    synchronized int begin(Kind kind, Path path, int bytes) throws IOException {
        Operation operation = new Operation(operations.size() + 1L, kind, path);
        operations.add(operation);
        if (operations.size() > MOST_OPERATIONS) {
            throw new ProcessDied(operation); // the run would never end
        }
        return switch (trouble) {
            case Trouble.None() -> bytes;
            case Trouble.Dying(long at) -> {
                if (operation.number() >= at) {
                    struck = true;
                    throw new ProcessDied(operation);
                }
                yield bytes;
            }
            case Trouble.BadSector sector -> {
                if (sector.strikes(operation)) {
                    struck = true;
                    throw Fault.IO_ERROR.exception(operation);
                }
                yield bytes;
            }
            case Trouble.Failing failing ->
                    failing.strikes(operation.number(), kind) ? strike(failing, operation, bytes) : bytes;
        };
    }

    private int strike(Trouble.Failing failing, Operation operation, int bytes) throws IOException {
        struck = true;
        boolean becomesFull =
                failing.fault() == Fault.DISK_FULL
                        && operation.kind() == Kind.WRITE
                        && failing.lasting()
                        && operation.number() == failing.at();
        if (failing.fault() == Fault.SHORT || (becomesFull && bytes > 1)) {
            return Math.min(bytes, Math.max(1, bytes / 2));
        }
        throw failing.fault().exception(operation);
    }

    /// Whether the trouble came.
    synchronized boolean struck() {
        return struck;
    }

    synchronized List<Operation> operations() {
        return List.copyOf(operations);
    }

    /// An operation by its number.
    synchronized Operation operation(long number) {
        return operations.get(Math.toIntExact(number - 1));
    }

    /// What is written down for the case of a power cut; for use under the disk's monitor.
    PowerLog log() {
        return log;
    }

    /// The number of the operation under way.
    synchronized long now() {
        return operations.size();
    }

    synchronized void opened(Closeable channel) {
        open.add(channel);
    }

    synchronized void closed(Closeable channel) {
        open.remove(channel);
    }

    /// Closes what is open, as the system does when a process ends.
    ///
    /// @return how many channels that were
    synchronized int release() throws IOException {
        int count = open.size();
        for (Closeable channel : open) {
            channel.close();
        }
        open.clear();
        return count;
    }
}
