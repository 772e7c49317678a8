package dev.millrace.engine.text;

import dev.millrace.engine.dataset.TextEncoding;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Tells the encoding of texts by their first bytes.
///
/// @param encoding what they are in
/// @param why in words
record EncodingDetector(TextEncoding encoding, String why) {

    private static final int LONGEST_CHARACTER = 4;

    /// By the byte order mark of the first text; else UTF-8 if all of them are, else windows-1252 or ISO-8859-1.
    ///
    /// @param heads first bytes of some shards
    static EncodingDetector of(List<byte[]> heads) {
        for (byte[] head : heads) {
            @Nullable TextEncoding marked = ByteOrderMark.of(head, head.length);
            if (marked != null) {
                return new EncodingDetector(marked, "a byte order mark says so");
            }
        }
        if (heads.stream().allMatch(head -> isAll(head, TextEncoding.UTF_8))) {
            boolean ascii = heads.stream().allMatch(EncodingDetector::isAscii);
            return new EncodingDetector(
                    TextEncoding.UTF_8, ascii ? "the sample is plain ASCII" : "all characters of the sample are");
        }
        if (heads.stream().mapToInt(EncodingDetector::evidenceForUtf8).sum() > 0) {
            return new EncodingDetector(TextEncoding.UTF_8, "most of the sample's characters beyond ASCII are");
        }
        if (heads.stream().allMatch(head -> isAll(head, TextEncoding.WINDOWS_1252))) {
            return new EncodingDetector(TextEncoding.WINDOWS_1252, "the sample is not UTF-8");
        }
        if (heads.stream().allMatch(head -> isAll(head, TextEncoding.ISO_8859_1))) {
            return new EncodingDetector(TextEncoding.ISO_8859_1, "the sample is neither UTF-8 nor windows-1252");
        }
        return new EncodingDetector(TextEncoding.UTF_8, "the sample holds NUL characters, which no text does");
    }

    /// Characters of more than one byte less bytes that are none. Halves of surrogate pairs are counted as characters:
    /// they are what some programs take for UTF-8.
    private static int evidenceForUtf8(byte[] head) {
        EncodingCheck check = new EncodingCheck(TextEncoding.UTF_8);
        int evidence = 0;
        int at = 0;
        while (at < head.length) {
            int bad = check.firstBad(head, at, head.length);
            int end = bad < 0 ? head.length : bad;
            for (int i = at; i < end; i++) {
                evidence += (head[i] & 0xC0) == 0xC0 ? 1 : 0;
            }
            boolean surrogate = bad >= 0 && bad + 2 < head.length && head[bad] == (byte) 0xED;
            evidence += bad < 0 ? 0 : surrogate ? 1 : -1;
            at = end + (surrogate ? 3 : 1);
        }
        return evidence;
    }

    private static boolean isAscii(byte[] head) {
        for (byte character : head) {
            if (character < 0) {
                return false;
            }
        }
        return true;
    }

    /// The last character of a sample may be cut off.
    private static boolean isAll(byte[] head, TextEncoding encoding) {
        int bad = new EncodingCheck(encoding).firstBad(head, 0, head.length);
        boolean cut = head.length == DialectDetector.SAMPLE_BYTES && bad > head.length - LONGEST_CHARACTER;
        return bad < 0 || (encoding == TextEncoding.UTF_8 && cut && head[bad] != 0);
    }
}
