package dev.millrace.engine.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.problem.EngineException;
import dev.millrace.engine.stats.DamagedSummaryException;
import dev.millrace.engine.stats.SummaryInput;
import dev.millrace.engine.stats.SummaryOutput;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;

/// A summary as bytes, and what must hold of them.
///
/// @param <S> the summary
@SuppressWarnings("ArrayRecordComponent") // looked at, never compared as a record
public record StoredSummary<S extends Record>(FitRound<S> round, byte[] bytes) {

    private static final int DAMAGES = 5;
    private static final int BEFORE = Integer.BYTES; // what comes before the content
    private static final int AFTER = Integer.BYTES; // the checksum

    public static <S extends Record> StoredSummary<S> of(FitRound<S> round, S summary) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            SummaryOutput out = new SummaryOutput(bytes);
            round.write(summary, out);
            out.end();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new StoredSummary<>(round, bytes.toByteArray());
    }

    public S read() {
        try {
            return read(bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private S read(byte[] damaged) throws IOException {
        SummaryInput in = new SummaryInput(new ByteArrayInputStream(damaged), damaged.length);
        S summary = round.read(in);
        in.end();
        return summary;
    }

    /// Requires the laws of the summaries of a round's shards.
    public static <S extends Record> void assertLaws(FitRound<S> round, List<S> shards, Random random) {
        for (S summary : shards) {
            StoredSummary<S> stored = of(round, summary);
            S read = stored.read();
            assertThat(read).isEqualTo(summary);
            assertThat(of(round, read).bytes()).isEqualTo(stored.bytes());
            stored.assertDamageIsFound(random);
        }
        S a = shards.getFirst();
        S b = shards.get(shards.size() / 2);
        S c = shards.getLast();
        S merged = round.merge(round.merge(a, b), c);
        S mergedAsRead = round.merge(read(round, a), read(round, round.merge(read(round, b), c)));
        assertThat(mergedAsRead).isEqualTo(merged);
        assertThat(of(round, mergedAsRead).bytes()).isEqualTo(of(round, merged).bytes());
    }

    /// Requires that a round ends with the same, whether the summary of all shards was stored or not.
    public static <S extends Record> void assertSameOutcome(FitRound<S> round, S all) {
        assertThat(outcome(round, read(round, all))).isEqualTo(outcome(round, all));
    }

    /// The files that a round ends with, or what it says instead.
    private static <S extends Record> List<String> outcome(FitRound<S> round, S summary) {
        try {
            return switch (round.finish(summary)) {
                case FitRound.Outcome.Fitted(Artifact artifact) ->
                        artifact.files().stream()
                                .map(file -> new String(file.content(), StandardCharsets.ISO_8859_1))
                                .toList();
                case FitRound.Outcome.Refine _ -> List.of("another round");
            };
        } catch (EngineException refused) {
            return List.of(String.valueOf(refused.getMessage()));
        }
    }

    private static <S extends Record> S read(FitRound<S> round, S summary) {
        return of(round, summary).read();
    }

    private void assertDamageIsFound(Random random) {
        for (int i = 0; i < DAMAGES; i++) {
            byte[] cut = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            assertThatThrownBy(() -> read(cut)).isInstanceOf(DamagedSummaryException.class);
            byte[] longer = Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(20));
            assertThatThrownBy(() -> read(longer)).isInstanceOf(DamagedSummaryException.class);
            byte[] flipped = bytes.clone();
            flipped[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
            assertThatThrownBy(() -> read(flipped)).isInstanceOf(DamagedSummaryException.class);
            assertIsDamagedOrASummary(forged(random));
        }
    }

    /// Other content with the right checksum, so that nothing but its meaning can tell.
    private byte[] forged(Random random) {
        byte[] content = Arrays.copyOfRange(bytes, BEFORE, bytes.length - AFTER);
        if (content.length > 0) {
            int at = random.nextInt(content.length);
            switch (random.nextInt(3)) {
                case 0 -> content[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
                case 1 -> content[at] = (byte) random.nextInt();
                default -> Arrays.fill(content, at, Math.min(content.length, at + 9), (byte) -1); // a huge count
            }
        }
        CRC32C checksum = new CRC32C();
        checksum.update(content);
        return ByteBuffer.allocate(BEFORE + content.length + AFTER)
                .put(bytes, 0, BEFORE)
                .put(content)
                .putInt((int) checksum.getValue())
                .array();
    }

    private void assertIsDamagedOrASummary(byte[] forged) {
        try {
            S summary = read(forged);
            assertThat(of(round, summary).read()).isEqualTo(summary);
        } catch (DamagedSummaryException damaged) {
            assertThat(damaged).hasMessageContaining("damaged");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
