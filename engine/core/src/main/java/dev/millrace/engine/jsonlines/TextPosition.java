package dev.millrace.engine.jsonlines;

import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.dataset.TextEncoding;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.StorageException;
import dev.millrace.engine.text.ShardText;

import java.io.IOException;

/// Where a byte of a shard's text is, found by scanning the shard again: only errors pay for line numbers.
///
/// @param place the file and the line
/// @param character which character of the line it is, from 1
record TextPosition(Place place, long character) {

    static TextPosition of(Shard shard, long offset) {
        byte[] buffer = new byte[1 << 16];
        try (ShardText text = ShardText.open(shard, TextEncoding.UTF_8)) {
            long line = 1;
            long character = 1;
            int previous = -1;
            long rest = offset;
            while (rest > 0) {
                int count = text.read(buffer, 0, (int) Math.min(rest, buffer.length));
                for (int at = 0; at < count; at++) {
                    byte current = buffer[at];
                    boolean secondOfTwo = current == '\n' && previous == '\r';
                    if (!secondOfTwo && (current == '\n' || current == '\r')) {
                        line++;
                        character = 1;
                    } else if (!secondOfTwo && !continuesCharacter(current)) {
                        character++;
                    }
                    previous = current;
                }
                rest = count < 0 ? 0 : rest - count;
            }
            return new TextPosition(Place.of(shard.file()).atLine(line), character);
        } catch (IOException failure) {
            throw StorageException.reading(shard.file(), failure);
        }
    }

    private static boolean continuesCharacter(byte utf8) {
        return (utf8 & 0xC0) == 0x80;
    }
}
