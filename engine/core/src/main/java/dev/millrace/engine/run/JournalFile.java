package dev.millrace.engine.run;

import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.StorageException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A journal that a run left.
///
/// @param file where it is
/// @param begun its first entry
/// @param entries the entries after the first, up to the first line that is torn or damaged
/// @param bytes where the last of these lines ends
record JournalFile(Path file, JournalEntry.Begun begun, List<JournalEntry> entries, long bytes) {

    /// Version of the format that is written. Every earlier one is read.
    static final int FORMAT = 1;

    /// Reads a journal; empty if there is none, or none whose first line is whole: such a run did nothing yet.
    static Optional<JournalFile> read(Path file) {
        if (!Entry.isFile(file)) {
            return Optional.empty();
        }
        try {
            return read(file, Files.readAllBytes(file));
        } catch (IOException failure) {
            throw StorageException.reading(file, failure);
        }
    }

    private static Optional<JournalFile> read(Path file, byte[] content) {
        List<JournalEntry> entries = new ArrayList<>();
        int read = 0;
        for (int end = lineEnd(content, 0); end >= 0; end = lineEnd(content, read)) {
            byte[] line = Arrays.copyOfRange(content, read, end);
            Optional<JournalEntry> entry = JournalLine.read(line, Place.of(file).atLine(entries.size() + 1L));
            if (entry.isEmpty()) {
                break;
            }
            entries.add(entry.get());
            read = end + 1;
        }
        if (entries.isEmpty() || !(entries.getFirst() instanceof JournalEntry.Begun begun)) {
            return Optional.empty();
        }
        return Optional.of(new JournalFile(file, begun, List.copyOf(entries.subList(1, entries.size())), read));
    }

    private static int lineEnd(byte[] content, int from) {
        for (int at = from; at < content.length; at++) {
            if (content[at] == '\n') {
                return at;
            }
        }
        return -1;
    }

    /// When the run was gone on with.
    List<Instant> resumed() {
        return entries.stream()
                .filter(JournalEntry.Resumed.class::isInstance)
                .map(entry -> ((JournalEntry.Resumed) entry).at())
                .toList();
    }

    /// The final names of its files, once they began to get them.
    List<String> committed() {
        return entries.stream()
                .filter(JournalEntry.Committing.class::isInstance)
                .flatMap(entry -> ((JournalEntry.Committing) entry).files().stream())
                .toList();
    }

    /// Whether something is done that a resumed run need not do again.
    boolean worthKeeping() {
        return entries.stream().anyMatch(JournalEntry::isWorthKeeping);
    }
}
