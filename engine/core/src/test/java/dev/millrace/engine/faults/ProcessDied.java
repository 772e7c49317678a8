package dev.millrace.engine.faults;

/// Ends every thread that touches the disk of a process that is taken for dead. An error, so that nobody retries it or
/// takes it for a fault of the disk.
final class ProcessDied extends Error {

    private static final long serialVersionUID = 1L;

    ProcessDied(Operation operation) {
        super("the process died at " + operation);
    }
}
