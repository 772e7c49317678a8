package dev.millrace.engine.text;

import dev.millrace.engine.dataset.TextEncoding;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Locale;

/// Shows bytes of a text to a person. What is no text is shown as `\xE9`, never as a replacement character, so that it
/// can be told from one that was there.
public final class RawText {

    static final int MOST_BYTES = 1 << 20;

    private static final int LEAST_CHARS = 4; // more than one character can take
    private static final int MOST_CHARS = 4096; // decoded at a time

    private RawText() {}

    /// A record without its line break; only the begin of a very long one.
    public static String of(byte[] bytes, int from, int to, TextEncoding encoding) {
        int end = to;
        while (end > from && to - end < 2 && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r')) {
            end--;
        }
        int shown = Math.min(end, from + MOST_BYTES);
        String text = decoded(bytes, from, shown, encoding).replace("\0", "\\x00");
        return shown < end ? text + " … (" + (end - from) + " bytes)" : text;
    }

    private static String decoded(byte[] bytes, int from, int to, TextEncoding encoding) {
        CharsetDecoder decoder =
                encoding.charset()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer source = ByteBuffer.wrap(bytes, from, to - from);
        CharBuffer target = CharBuffer.allocate(Math.clamp(to - from, LEAST_CHARS, MOST_CHARS));
        StringBuilder text = new StringBuilder();
        while (true) {
            CoderResult result = decoder.decode(source, target, true);
            text.append(target.flip());
            target.clear();
            if (result.isUnderflow()) {
                return text.toString();
            }
            if (result.isError()) {
                for (int i = 0; i < result.length(); i++) {
                    text.append(String.format(Locale.ROOT, "\\x%02X", source.get()));
                }
                decoder.reset();
            }
        }
    }
}
