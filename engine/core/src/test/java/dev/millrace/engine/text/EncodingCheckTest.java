package dev.millrace.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.dataset.TextEncoding;
import dev.millrace.engine.testing.Seeds;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/// Against the decoders of the JDK.
final class EncodingCheckTest {

    @Seeds(count = 300)
    void theFirstBadByteIsWhereAStrictDecoderStops(long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(60); i > 0; i--) {
            text.append(
                    random.nextInt(3) == 0
                            ? new String[] {"é", "日", "😀", "\u0800", "\uFFFD"}[random.nextInt(5)]
                            : "abcdefgh");
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(3); i > 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(1, 256);
        }
        assertThat(new EncodingCheck(TextEncoding.UTF_8).firstBad(bytes, 0, bytes.length))
                .isEqualTo(firstMalformed(bytes, StandardCharsets.UTF_8.newDecoder()));
    }

    @Test
    void everyPairOfBytesIsJudgedAsTheDecoderDoes() {
        for (TextEncoding encoding :
                new TextEncoding[] {TextEncoding.UTF_8, TextEncoding.WINDOWS_1252, TextEncoding.ISO_8859_1}) {
            for (int pair = 0; pair < 1 << 16; pair++) {
                byte[] bytes = {'a', (byte) (pair >> 8), (byte) pair, (byte) 0xBF, 'b'};
                if (bytes[1] != 0 && bytes[2] != 0) {
                    assertThat(new EncodingCheck(encoding).firstBad(bytes, 0, bytes.length))
                            .as("%s %04X", encoding, pair)
                            .isEqualTo(firstMalformed(bytes, encoding.charset().newDecoder()));
                }
            }
        }
    }

    @Test
    void aNulIsBadWhereverItIs() {
        for (int at = 0; at < 100; at++) {
            byte[] bytes = "x".repeat(100).getBytes(StandardCharsets.UTF_8);
            bytes[at] = 0;
            assertThat(new EncodingCheck(TextEncoding.ISO_8859_1).firstBad(bytes, 0, 100)).isEqualTo(at);
        }
    }

    private static int firstMalformed(byte[] bytes, CharsetDecoder decoder) {
        ByteBuffer source = ByteBuffer.wrap(bytes);
        return decoder.decode(source, CharBuffer.allocate(1000), true).isError() ? source.position() : -1;
    }
}
