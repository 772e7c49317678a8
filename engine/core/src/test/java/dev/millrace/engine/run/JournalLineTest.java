package dev.millrace.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.json.Json;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.testing.Tree;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Lines of a journal: whole ones are read, and no others.
final class JournalLineTest {

    private static final Place PLACE = Place.of("journal");
    private static final JournalEntry ENTRY = new JournalEntry.Committing(List.of("train/part-00001.csv"));

    @TempDir private Path folder;

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

    /// What is said after a damaged line may rest on what the line said.
    @Test
    void nothingAfterADamagedLineCounts() {
        JournalEntry begun =
                new JournalEntry.Begun(
                        JournalFile.FORMAT, "run", Instant.EPOCH, "1", Json.tree(Map.of()), 0, List.of());
        String first = JournalLine.of(begun) + "\n";
        String second = JournalLine.of(ENTRY) + "\n";
        Path file = Tree.write(folder.resolve("journal"), first + second + second);
        assertThat(JournalFile.read(file).orElseThrow().entries()).containsExactly(ENTRY, ENTRY);
        Tree.write(file, first + second.replace("train", "trian") + second);
        JournalFile damaged = JournalFile.read(file).orElseThrow();
        assertThat(damaged.entries()).isEmpty();
        assertThat(damaged.bytes()).isEqualTo(first.length());
    }

    private static byte[] line(JournalEntry entry) {
        return JournalLine.of(entry).getBytes(StandardCharsets.UTF_8);
    }
}
