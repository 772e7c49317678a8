package dev.millrace.engine.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.testing.Seeds;

import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridDecoder;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;

/// What is packed is unpacked the same, by us and by parquet-java.
class HybridEncoderTest {

    @Seeds(count = 200)
    void valuesComeBackAsTheyWere(long seed) throws IOException {
        Random random = new Random(seed);
        int width = random.nextInt(32);
        int[] values = runsAndNoise(random, width);

        EncodedBytes out = new EncodedBytes();
        HybridEncoder.encode(values, values.length, width, out);
        byte[] packed = Arrays.copyOf(out.array(), out.size());

        int[] ours = new int[values.length];
        Hybrid hybrid = new Hybrid(packed, 0, packed.length, width);
        int half = random.nextInt(values.length + 1);
        hybrid.read(ours, 0, half);
        hybrid.read(ours, half, values.length - half);
        assertThat(ours).isEqualTo(values);
        RunLengthBitPackingHybridDecoder reference =
                new RunLengthBitPackingHybridDecoder(width, new ByteArrayInputStream(packed));
        for (int value : values) {
            assertThat(reference.readInt()).isEqualTo(value);
        }
    }

    @Seeds(count = 200)
    void onlyValuesThatAreAllAsToldArePassedOver(long seed) {
        Random random = new Random(seed);
        int width = 1 + random.nextInt(8);
        int[] values = runsAndNoise(random, width);
        EncodedBytes out = new EncodedBytes();
        HybridEncoder.encode(values, values.length, width, out);
        Hybrid hybrid = new Hybrid(out.array(), 0, out.size(), width);
        int at = 0;
        while (at < values.length) {
            int count = 1 + random.nextInt(Math.min(20, values.length - at));
            int told = random.nextInt(10) == 0 ? values[at] ^ 1 : values[at];
            int[] expected = Arrays.copyOfRange(values, at, at + count);
            if (hybrid.passOver(told, count)) {
                assertThat(expected).containsOnly(told);
            } else {
                int[] read = new int[count];
                hybrid.read(read, 0, count);
                assertThat(read).isEqualTo(expected);
            }
            at += count;
        }
    }

    @Test
    void aRunIsPassedOverInPieces() {
        int[] values = new int[1_000];
        Arrays.fill(values, 5);
        EncodedBytes out = new EncodedBytes();
        HybridEncoder.encode(values, values.length, 3, out);
        Hybrid hybrid = new Hybrid(out.array(), 0, out.size(), 3);
        assertThat(hybrid.passOver(4, 10)).isFalse();
        assertThat(hybrid.passOver(5, 990)).isTrue();
        assertThat(hybrid.passOver(5, 11)).isFalse();
        assertThat(hybrid.passOver(5, 10)).isTrue();
    }

    private static int[] runsAndNoise(Random random, int width) {
        int[] values = new int[random.nextInt(3000)];
        int at = 0;
        while (at < values.length) {
            int end = Math.min(values.length, at + 1 + random.nextInt(random.nextBoolean() ? 3 : 60));
            Arrays.fill(values, at, end, width == 0 ? 0 : random.nextInt() >>> (Integer.SIZE - width));
            at = end;
        }
        return values;
    }
}
