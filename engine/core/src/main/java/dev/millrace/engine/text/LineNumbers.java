package dev.millrace.engine.text;

import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.StorageException;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Turns a byte offset into a line number by scanning the file again: only errors pay for line numbers.
final class LineNumbers {

    private LineNumbers() {}

    static Place place(Path file, long offset) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            long line = 1;
            int previous = -1;
            for (long at = 0; at < offset; at++) {
                int character = in.read();
                if (character < 0) {
                    break;
                }
                if (character == '\r' || (character == '\n' && previous != '\r')) {
                    line++;
                }
                previous = character;
            }
            return Place.of(file).atLine(line);
        } catch (IOException failure) {
            throw StorageException.reading(file, failure);
        }
    }
}
