package dev.millrace.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.problem.Place;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// Lines of a journal: whole ones are read, and no others.
final class JournalLineTest {

    private static final Place PLACE = Place.of("journal");
    private static final JournalEntry ENTRY = new JournalEntry.Committing(List.of("train/part-00001.csv"));

    @Test
    void whatIsWrittenIsRead() {
        assertThat(JournalLine.read(line(ENTRY), PLACE)).contains(ENTRY);
        JournalEntry resumed = new JournalEntry.Resumed(Instant.EPOCH);
        assertThat(JournalLine.read(line(resumed), PLACE)).contains(resumed);
    }

    /// Many a wrong bit makes another entry that is just as well formed.
    @Test
    void everyWrongBitIsFound() {
        byte[] whole = line(ENTRY);
        for (int bit = 0; bit < whole.length * Byte.SIZE; bit++) {
            byte[] damaged = whole.clone();
            damaged[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            assertThat(JournalLine.read(damaged, PLACE)).as("bit %d", bit).isEmpty();
        }
    }

    @Test
    void aTornLineIsNone() {
        byte[] whole = line(ENTRY);
        for (int length = 0; length < whole.length; length++) {
            assertThat(JournalLine.read(Arrays.copyOf(whole, length), PLACE)).as("%d bytes", length).isEmpty();
        }
    }

    private static byte[] line(JournalEntry entry) {
        return JournalLine.of(entry).getBytes(StandardCharsets.UTF_8);
    }
}
