package dev.millrace.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.testing.Seeds;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/// Whatever is written is read again; what was not written that way is told.
class SummaryOutputTest {

    private static final List<String> TEXTS =
            List.of("", "a", "ä€😀", "half a pair: \uD83D", "\uDE00 other half", "\u0000", "x".repeat(200_000));

    @FunctionalInterface
    private interface Write {
        void to(SummaryOutput out) throws IOException;
    }

    @FunctionalInterface
    private interface Read {
        Object from(SummaryInput in) throws IOException;
    }

    private record Piece(Object value, Write write, Read read) {}

    @Seeds(count = 300)
    void whatIsWrittenIsRead(long seed) throws IOException {
        Random random = new Random(seed);
        List<Piece> pieces = new ArrayList<>();
        for (int i = random.nextInt(40); i > 0; i--) {
            pieces.add(piece(random));
        }
        byte[] bytes =
                bytes(out -> {
                    for (Piece piece : pieces) {
                        piece.write().to(out);
                    }
                });
        SummaryInput in = new SummaryInput(new ByteArrayInputStream(bytes), bytes.length);
        for (Piece piece : pieces) {
            assertThat(piece.read().from(in)).isEqualTo(piece.value());
        }
        in.end();
    }

    private static Piece piece(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> {
                long count = random.nextLong() >>> (1 + random.nextInt(63));
                yield new Piece(count, out -> out.count(count), SummaryInput::count);
            }
            case 1 -> {
                boolean flag = random.nextBoolean();
                yield new Piece(flag, out -> out.flag(flag), SummaryInput::flag);
            }
            case 2 -> {
                long bits = random.nextLong();
                double real = Double.longBitsToDouble(bits);
                yield new Piece(bits, out -> out.real(real), in -> Double.doubleToRawLongBits(in.real()));
            }
            case 3 -> {
                BigInteger integer = new BigInteger(random.nextInt(500), random).subtract(BigInteger.TEN);
                yield new Piece(integer, out -> out.integer(integer), in -> in.integer(100));
            }
            case 4 -> {
                String text = TEXTS.get(random.nextInt(TEXTS.size()));
                yield new Piece(text, out -> out.text(text), SummaryInput::text);
            }
            case 5 -> {
                byte[] raw = new byte[random.nextInt(2) * random.nextInt(200_000)];
                random.nextBytes(raw);
                yield new Piece(raw, out -> out.bytes(raw), in -> in.bytes(raw.length));
            }
            case 6 -> {
                long[] ascending =
                        LongStream.concat(
                                        LongStream.of(Long.MIN_VALUE, -1, 0, Long.MAX_VALUE).skip(random.nextInt(5)),
                                        random.longs(random.nextInt(20_000)))
                                .sorted()
                                .distinct()
                                .toArray();
                yield new Piece(ascending, out -> out.ascending(ascending), SummaryInput::ascending);
            }
            default -> {
                List<String> texts = TEXTS.subList(0, random.nextInt(TEXTS.size()));
                yield new Piece(
                        texts,
                        out -> out.list(texts, (text, to) -> to.textOrNull(text.isEmpty() ? null : text)),
                        in ->
                                in.list(from -> "" + from.textOrNull()).stream()
                                        .map(text -> text.equals("null") ? "" : text)
                                        .toList());
            }
        };
    }

    @Test
    void smallNumbersTakeFewBytes() throws IOException {
        assertThat(bytes(out -> out.count(127))).hasSize(SummaryOutput.FRAME + 1);
        assertThat(bytes(out -> out.count(128))).hasSize(SummaryOutput.FRAME + 2);
        long[] dense = LongStream.range(1_000_000, 1_000_100).toArray();
        assertThat(bytes(out -> out.ascending(dense))).hasSizeLessThan(SummaryOutput.FRAME + 1 + 10 + 100);
    }

    @Test
    void noSizeThatIsToldTakesMemoryThatIsNotThere() {
        long huge = 1L << 40;
        for (Read read :
                List.<Read>of(
                        in -> in.size(1),
                        SummaryInput::text,
                        in -> in.integer(Integer.MAX_VALUE),
                        SummaryInput::ascending,
                        in -> in.list(SummaryInput::flag),
                        in -> in.bytes(Integer.MAX_VALUE),
                        in -> in.positiveCounts(Integer.MAX_VALUE))) {
            assertRefused(out -> out.count(huge), read);
            assertRefused(out -> out.count(Integer.MAX_VALUE), read);
        }
        assertRefused(out -> out.count(huge), TextCounts::read);
        assertRefused(out -> out.count(huge), in -> NumberCounts.read(in, NumberCounts.LEAST_LIMIT));
    }

    @Test
    void whatCannotBeIsRefused() {
        assertRefused(out -> out.count(2), SummaryInput::flag);
        assertRefused(out -> out.count(-1), SummaryInput::count);
        assertRefused(out -> out.count(8), in -> in.count(7));
        assertRefused(out -> out.bytes(new byte[] {2, (byte) 0xFF}), SummaryInput::text);
        assertRefused(out -> out.bytes(new byte[] {2, 1, 0}), SummaryInput::ascending);
        assertRefused(out -> out.bytes(new byte[] {-1, -1, -1, -1, -1, -1, -1, -1, -1, 2}), SummaryInput::ascending);
        assertRefused(out -> out.bytes(new byte[] {0}), in -> in.positiveCounts(1));
        assertRefused(out -> out.count(0), in -> in.oneOf(List.of()));
        assertRefused(out -> out.bytes(new byte[] {2, 1, 1, 1, 1, 'b', 'a'}), TextCounts::read);
        assertRefused(out -> out.bytes(new byte[] {3, 0}), in -> NumberCounts.read(in, NumberCounts.LEAST_LIMIT));
        assertRefused(out -> out.bytes(new byte[] {4, 1, 0, 1}), in -> NumberCounts.read(in, NumberCounts.LEAST_LIMIT));
        assertRefused(out -> {}, SummaryInput::count);
        assertRefused(out -> out.count(1), _ -> "nothing is read");
    }

    private static void assertRefused(Write write, Read read) {
        assertThatThrownBy(
                        () -> {
                            byte[] bytes = bytes(write);
                            SummaryInput in = new SummaryInput(new ByteArrayInputStream(bytes), bytes.length);
                            read.from(in);
                            in.end();
                        })
                .isInstanceOf(DamagedSummaryException.class)
                .hasMessageStartingWith("the saved summary is damaged: ");
    }

    private static byte[] bytes(Write write) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        SummaryOutput out = new SummaryOutput(bytes);
        write.to(out);
        out.end();
        return bytes.toByteArray();
    }
}
