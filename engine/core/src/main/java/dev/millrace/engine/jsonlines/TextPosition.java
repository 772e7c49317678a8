package dev.millrace.engine.jsonlines;

import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.StorageException;
import dev.millrace.engine.text.ShardInput;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Where a byte of a shard's text is, found by scanning the shard again: only errors pay for line numbers.
///
/// @param place the file and the line
/// @param character which character of the line it is, from 1
record TextPosition(Place place, long character) {

    static TextPosition of(Shard shard, long offset) {
        try (InputStream in = new BufferedInputStream(ShardInput.open(shard), 1 << 16)) {
            long line = 1;
            long character = 1;
            int previous = -1;
            for (long at = 0; at < offset; at++) {
                int current = in.read();
                if (current < 0) {
                    break;
                }
                boolean secondOfTwo = current == '\n' && previous == '\r';
                if (!secondOfTwo && (current == '\n' || current == '\r')) {
                    line++;
                    character = 1;
                } else if (!secondOfTwo && !continuesCharacter(current)) {
                    character++;
                }
                previous = current;
            }
            return new TextPosition(Place.of(shard.file()).atLine(line), character);
        } catch (IOException failure) {
            throw StorageException.reading(shard.file(), failure);
        }
    }

    private static boolean continuesCharacter(int utf8) {
        return (utf8 & 0xC0) == 0x80;
    }
}
