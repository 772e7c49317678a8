package dev.millrace.engine.text;

import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.dataset.TextEncoding;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Arrays;

/// The text of a shard as it is in memory: decompressed, without its byte order mark, UTF-16 turned into UTF-8. A byte
/// order mark wins over the encoding that the dataset is said to have.
public final class ShardText implements TextSource {

    private static final int MARK_BYTES = 3;

    private final ShardInput input;
    private final byte[] head; // what was read to look for a byte order mark
    private final @Nullable Utf16Decoder decoder;
    private int next; // in the head

    private ShardText(ShardInput input, byte[] head, int next, @Nullable Utf16Decoder decoder) {
        this.input = input;
        this.head = head;
        this.next = next;
        this.decoder = decoder;
    }

    /// Opens a shard at the begin of its text.
    ///
    /// @param encoding the dataset's
    /// @throws DataException if a byte order mark tells otherwise of a text that is said to have none
    public static ShardText open(Shard shard, TextEncoding encoding) throws IOException {
        ShardInput input = ShardInput.open(shard);
        try {
            byte[] head = input.readNBytes(MARK_BYTES);
            @Nullable TextEncoding marked = ByteOrderMark.of(head, head.length);
            if (marked != null && encoding.inMemory() != TextEncoding.UTF_8) {
                throw new DataException(
                        new Problem(
                                Place.of(shard.file()),
                                "the file begins with the byte order mark of "
                                        + marked.label()
                                        + ", but the dataset is "
                                        + encoding.label(),
                                "Save all files in one encoding, or say it in dataset.dialect.encoding"));
            }
            TextEncoding actual = marked == null ? encoding : marked;
            int markBytes = marked == null ? 0 : ByteOrderMark.bytes(marked);
            @Nullable Utf16Decoder decoder =
                    switch (actual) {
                        case UTF_16LE -> new Utf16Decoder(false);
                        case UTF_16BE -> new Utf16Decoder(true);
                        case UTF_8, ISO_8859_1, WINDOWS_1252 -> null;
                    };
            return new ShardText(input, head, markBytes, decoder);
        } catch (IOException | RuntimeException failure) {
            input.close();
            throw failure;
        }
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        return decoder == null ? readRaw(target, from, length) : decoder.read(this::readRaw, target, from, length);
    }

    /// At once in a plain file, else by reading what lies between.
    @Override
    public void skip(long count) throws IOException {
        long left = count;
        if (decoder == null) {
            int ofHead = (int) Math.min(left, head.length - next);
            next += ofHead;
            left -= ofHead;
            left -= left == 0 ? 0 : input.leap(left);
        }
        readOver(left);
    }

    /// Reads as many bytes as there are, up to a number.
    byte[] readUpTo(int most) throws IOException {
        byte[] bytes = new byte[most];
        int length = 0;
        while (length < most) {
            int count = read(bytes, length, most - length);
            if (count < 0) {
                break;
            }
            length += count;
        }
        return Arrays.copyOf(bytes, length);
    }

    private int readRaw(byte[] target, int from, int length) throws IOException {
        if (next < head.length) {
            int count = Math.min(length, head.length - next);
            System.arraycopy(head, next, target, from, count);
            next += count;
            return count;
        }
        return input.read(target, from, length);
    }

    @Override
    public long bytesRead() {
        return input.bytesRead();
    }

    @Override
    public String contentHash() {
        return input.contentHash();
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
