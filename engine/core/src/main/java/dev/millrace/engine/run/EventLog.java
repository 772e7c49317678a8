package dev.millrace.engine.run;

import static java.util.stream.Collectors.joining;

import dev.millrace.engine.problem.EngineException;
import dev.millrace.engine.problem.StorageException;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// Keeps the events of a run for `_run/events.jsonl`, one JSON object per line, and tells them to the listeners.
final class EventLog {

    private final OutputStream file;
    private final Path name;
    private final Listeners listeners;

    /// Begins a log.
    ///
    /// @param name the file's final name, for messages
    EventLog(OutputStream file, Path name, Listeners listeners) {
        this.file = file;
        this.name = name;
        this.listeners = listeners;
    }

    /// Keeps an event and tells it.
    synchronized void emit(RunEvent event) {
        keep(event);
        listeners.tell(event);
    }

    /// Tells of a failure. Only its places are kept: what is told may quote a cell, and data does not go into logs.
    synchronized void emitFailure(RunEvent.ShardFailed event, RuntimeException failure) {
        String places =
                failure instanceof EngineException known
                        ? known.problems().stream().map(problem -> problem.place().toString()).collect(joining("; "))
                        : failure.getClass().getName();
        keep(new RunEvent.ShardFailed(event.at(), event.pass(), event.shard(), event.worker(), places, List.of()));
        listeners.tell(event);
    }

    /// Keeps an event that is told later.
    synchronized void keep(RunEvent event) {
        try {
            file.write((event.toJson() + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw StorageException.writing(name, failure);
        }
    }
}
