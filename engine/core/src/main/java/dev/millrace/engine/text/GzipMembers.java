package dev.millrace.engine.text;

import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Reads gzip files (RFC 1952) strictly: every member to its checksum and length, one member after the other, and the
/// file to its end, where zero padding is all that may follow. `java.util.zip.GZIPInputStream` lets other bytes pass.
final class GzipMembers implements Decompressor {

    private static final int MAGIC_1 = 0x1F;
    private static final int MAGIC_2 = 0x8B;
    private static final int DEFLATE = 8;
    private static final int FLAG_HEADER_CRC = 1 << 1;
    private static final int FLAG_EXTRA = 1 << 2;
    private static final int FLAG_NAME = 1 << 3;
    private static final int FLAG_COMMENT = 1 << 4;
    private static final int RESERVED_FLAGS = 0xE0;
    private static final int FIXED_HEADER_REST = 6; // time, extra flags, operating system

    private final RawBuffer raw;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 content = new CRC32();
    private final CRC32 header = new CRC32();
    private boolean inMember;
    private boolean ended;
    private boolean anyMember;

    GzipMembers(RawFile file) {
        raw = new RawBuffer(file);
    }

    @Override
    public int read(byte[] target, int from, int length) throws DamageException {
        while (!ended) {
            if (!inMember) {
                beginMember();
                continue;
            }
            int count = inflate(target, from, length);
            if (count > 0) {
                content.update(target, from, count);
                return count;
            }
            if (inflater.finished()) {
                endMember();
            }
        }
        return -1;
    }

    @Override
    public void close() {
        inflater.end();
    }

    private int inflate(byte[] target, int from, int length) throws DamageException {
        if (inflater.needsInput()) {
            if (!raw.fill()) {
                throw new DamageException("cut off in the middle of its compressed data");
            }
            inflater.setInput(raw.bytes(), raw.next(), raw.available());
        }
        if (inflater.needsDictionary()) {
            throw new DamageException("damaged: its compressed data asks for a dictionary");
        }
        try {
            int before = inflater.getRemaining();
            int count = inflater.inflate(target, from, length);
            raw.skip(before - inflater.getRemaining());
            return count;
        } catch (DataFormatException damage) {
            String reason = damage.getMessage();
            throw new DamageException("damaged: " + (reason == null ? "its compressed data makes no sense" : reason));
        }
    }

    /// At the begin of the file or after a member: another member, zero padding, or the end.
    private void beginMember() throws DamageException {
        if (anyMember && !skipPadding()) {
            ended = true;
            return;
        }
        header.reset();
        if (headerByte() != MAGIC_1 || headerByte() != MAGIC_2) {
            throw new DamageException(
                    anyMember
                            ? "followed by bytes that do not belong to it"
                            : "not gzip data, though its name says so");
        }
        if (headerByte() != DEFLATE) {
            throw new DamageException("compressed by a method that gzip does not know");
        }
        int flags = headerByte();
        if ((flags & RESERVED_FLAGS) != 0) {
            throw new DamageException("damaged: its header has unknown flags");
        }
        skipHeader(FIXED_HEADER_REST);
        if ((flags & FLAG_EXTRA) != 0) {
            skipHeader(headerByte() | headerByte() << 8);
        }
        if ((flags & FLAG_NAME) != 0) {
            skipHeaderText();
        }
        if ((flags & FLAG_COMMENT) != 0) {
            skipHeaderText();
        }
        if ((flags & FLAG_HEADER_CRC) != 0) {
            int expected = (int) header.getValue() & 0xFFFF;
            if ((headerByte() | headerByte() << 8) != expected) {
                throw new DamageException("damaged: the checksum of its header is wrong");
            }
        }
        inMember = true;
        anyMember = true;
        inflater.reset();
        content.reset();
    }

    /// Whether something follows the zeros.
    private boolean skipPadding() throws DamageException {
        boolean padded = false;
        while (raw.fill()) {
            if (raw.bytes()[raw.next()] != 0) {
                if (padded) {
                    throw new DamageException("followed by bytes that do not belong to it");
                }
                return true;
            }
            raw.skip(1);
            padded = true;
        }
        return false;
    }

    private void endMember() throws DamageException {
        if (trailerWord() != (int) content.getValue()) {
            throw new DamageException("damaged: the checksum of its content is wrong");
        }
        if (trailerWord() != (int) inflater.getBytesWritten()) {
            throw new DamageException("damaged: the length of its content is wrong");
        }
        inMember = false;
    }

    /// Four bytes, the lowest first.
    private int trailerWord() throws DamageException {
        int word = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            if (!raw.fill()) {
                throw new DamageException("cut off just before its end");
            }
            word |= raw.take() << shift;
        }
        return word;
    }

    private int headerByte() throws DamageException {
        if (!raw.fill()) {
            throw new DamageException(anyMember ? "cut off between two parts" : "cut off in its header");
        }
        int value = raw.take();
        header.update(value);
        return value;
    }

    private void skipHeader(int count) throws DamageException {
        for (int i = 0; i < count; i++) {
            headerByte();
        }
    }

    private void skipHeaderText() throws DamageException {
        int character = headerByte();
        while (character != 0) {
            character = headerByte();
        }
    }
}
