package dev.millrace.engine.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Damages bytes at random, the way that fuzzers do: bits, bytes, numbers, words of the grammar, and stretches that are
/// lost, doubled, moved or repeated very often.
final class Mutation {

    private static final long[] NUMBERS = {
        0,
        1,
        -1,
        Byte.MAX_VALUE,
        Byte.MIN_VALUE,
        Short.MAX_VALUE,
        0xFFFF,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        0xFFFF_FFFFL,
        Long.MAX_VALUE,
        Long.MIN_VALUE
    };
    private static final int MOST_CHANGES = 6;
    private static final int MOST_BYTES = 64 << 10;
    private static final int MOST_REPEATED = 5000;

    private final Random random;
    private final List<byte[]> words;
    private byte[] bytes;

    private Mutation(byte[] bytes, List<byte[]> words, Random random) {
        this.bytes = bytes;
        this.words = words;
        this.random = random;
    }

    /// Changed bytes; now and then the bytes as they are.
    ///
    /// @param words what the grammar gives a meaning to
    static byte[] of(byte[] sound, List<String> words, Random random) {
        List<byte[]> bytes = words.stream().map(word -> word.getBytes(StandardCharsets.ISO_8859_1)).toList();
        Mutation mutation = new Mutation(sound.clone(), bytes, random);
        for (int changes = random.nextInt(MOST_CHANGES); changes > 0; changes--) {
            mutation.change();
        }
        return mutation.bytes;
    }

    private void change() {
        if (bytes.length == 0) {
            bytes = word();
            return;
        }
        int at = random.nextInt(bytes.length);
        int length = 1 + random.nextInt(Math.min(bytes.length - at, 1 << random.nextInt(8)));
        switch (random.nextInt(10)) {
            case 0, 1 -> bytes[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
            case 2 -> bytes[at] = (byte) random.nextInt();
            case 3 -> number(at);
            case 4, 5 -> replace(at, random.nextBoolean() ? at : Math.min(bytes.length, at + length), word());
            case 6 -> replace(at, at + length, new byte[0]);
            case 7 -> replace(random.nextInt(bytes.length + 1), -1, Arrays.copyOfRange(bytes, at, at + length));
            case 8 -> bytes = random.nextInt(4) == 0 ? Arrays.copyOf(bytes, at) : bytes;
            default -> {
                if (random.nextInt(20) == 0) {
                    repeat(at, Math.min(length, 8));
                }
            }
        }
    }

    private byte[] word() {
        return words.isEmpty() ? new byte[] {(byte) random.nextInt()} : words.get(random.nextInt(words.size()));
    }

    /// Writes a number at the border of a type over what is there.
    private void number(int at) {
        byte[] number =
                ByteBuffer.allocate(Long.BYTES)
                        .order(random.nextBoolean() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN)
                        .putLong(NUMBERS[random.nextInt(NUMBERS.length)] - random.nextInt(2))
                        .array();
        int length = Math.min(bytes.length - at, 1 << random.nextInt(4));
        System.arraycopy(number, random.nextBoolean() ? 0 : Long.BYTES - length, bytes, at, length);
    }

    private void repeat(int at, int length) {
        byte[] piece = Arrays.copyOfRange(bytes, at, at + length);
        ByteArrayOutputStream repeated = new ByteArrayOutputStream();
        for (int i = random.nextInt(MOST_REPEATED); i > 0; i--) {
            repeated.writeBytes(piece);
        }
        replace(at, at, repeated.toByteArray());
    }

    /// Puts bytes in the place of a range; of none, if it ends before it begins.
    private void replace(int from, int to, byte[] by) {
        int end = Math.max(from, to);
        if (bytes.length + by.length <= MOST_BYTES) {
            byte[] replaced = Arrays.copyOf(bytes, bytes.length - (end - from) + by.length);
            System.arraycopy(by, 0, replaced, from, by.length);
            System.arraycopy(bytes, end, replaced, from + by.length, bytes.length - end);
            bytes = replaced;
        }
    }
}
