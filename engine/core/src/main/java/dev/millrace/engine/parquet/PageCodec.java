package dev.millrace.engine.parquet;

import com.github.luben.zstd.Zstd;

import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;

import net.jpountz.lz4.LZ4Compressor;
import net.jpountz.lz4.LZ4Factory;

import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.xerial.snappy.Snappy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// Compresses and decompresses pages. The library's own codecs are Hadoop's, loaded by class name; these are not.
enum PageCodec {
    UNCOMPRESSED(CompressionCodecName.UNCOMPRESSED, 1) {
        @Override
        int decompress(byte[] source, int from, int length, byte[] target, int size) {
            System.arraycopy(source, from, target, 0, Math.min(length, size));
            return length;
        }

        @Override
        void compress(byte[] page, int length, EncodedBytes target) {
            target.put(page, 0, length);
        }
    },
    SNAPPY(CompressionCodecName.SNAPPY, 64) {
        @Override
        int decompress(byte[] source, int from, int length, byte[] target, int size) throws IOException {
            int found = Snappy.uncompressedLength(source, from, length);
            return found == size ? Snappy.uncompress(source, from, length, target, 0) : found;
        }

        @Override
        void compress(byte[] page, int length, EncodedBytes target) throws IOException {
            target.ensure(Snappy.maxCompressedLength(length));
            target.added(Snappy.compress(page, 0, length, target.array(), target.size()));
        }
    },
    GZIP(CompressionCodecName.GZIP, 1100) {
        @Override
        int decompress(byte[] source, int from, int length, byte[] target, int size) throws IOException {
            try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(source, from, length))) {
                int found = in.readNBytes(target, 0, size);
                return in.read() < 0 ? found : found + 1;
            }
        }

        @Override
        void compress(byte[] page, int length, EncodedBytes target) throws IOException {
            try (GZIPOutputStream out = new GZIPOutputStream(target)) {
                out.write(page, 0, length);
            }
        }
    },
    ZSTD(CompressionCodecName.ZSTD, 1 << 16) {
        @Override
        int decompress(byte[] source, int from, int length, byte[] target, int size) throws IOException {
            long found = Zstd.decompressByteArray(target, 0, size, source, from, length);
            if (Zstd.isError(found)) {
                throw new IOException("zstd: " + Zstd.getErrorName(found));
            }
            return (int) found;
        }

        @Override
        void compress(byte[] page, int length, EncodedBytes target) throws IOException {
            int most = Math.toIntExact(Zstd.compressBound(length));
            target.ensure(most);
            long size = Zstd.compressByteArray(target.array(), target.size(), most, page, 0, length, ZSTD_LEVEL);
            if (Zstd.isError(size)) {
                throw new IOException("zstd: " + Zstd.getErrorName(size));
            }
            target.added((int) size);
        }
    },
    LZ4_RAW(CompressionCodecName.LZ4_RAW, 256) {
        @Override
        int decompress(byte[] source, int from, int length, byte[] target, int size) {
            return LZ4Factory.safeInstance().safeDecompressor().decompress(source, from, length, target, 0, size);
        }

        @Override
        void compress(byte[] page, int length, EncodedBytes target) {
            LZ4Compressor compressor = LZ4Factory.safeInstance().fastCompressor();
            int most = compressor.maxCompressedLength(length);
            target.ensure(most);
            target.added(compressor.compress(page, 0, length, target.array(), target.size(), most));
        }
    };

    private static final int MOST_PAGE_BYTES = 256 << 20;
    private static final int SLACK_BYTES = 1 << 10;
    private static final int ZSTD_LEVEL = 3;

    private final CompressionCodecName name;
    private final int mostRatio; // what the best packed page has, and some more

    PageCodec(CompressionCodecName name, int mostRatio) {
        this.name = name;
        this.mostRatio = mostRatio;
    }

    /// The codec of a name, empty if pages packed so cannot be read.
    static Optional<PageCodec> of(CompressionCodecName name) {
        return Arrays.stream(values()).filter(codec -> codec.name == name).findFirst();
    }

    /// The codec of a column chunk.
    static PageCodec required(CompressionCodecName name, Place place) {
        return of(name).orElseThrow(() ->
                new DataException(
                        new Problem(
                                place,
                                "codec " + name + " is not supported",
                                "Write the dataset with one of " + Arrays.toString(values()))));
    }

    /// Unpacks a page that has the size that its header tells.
    ///
    /// @param target where to, if there is room for it
    /// @return the target, or a larger one; the page is at its beginning
    /// @throws IOException if it cannot be unpacked, or has another size
    byte[] unpack(byte[] source, int from, int length, byte[] target, int size) throws IOException {
        requireSensible(length, size);
        byte[] roomy = target.length < size ? new byte[size] : target;
        int found = length == 0 ? 0 : decompress(source, from, length, roomy, size);
        if (found != size) {
            throw new IOException("a page has " + found + " bytes where its header says " + size);
        }
        return roomy;
    }

    /// Checks the sizes of a page before anything of that size is made.
    void requireSensible(int packed, int size) throws IOException {
        if (size < 0 || size > MOST_PAGE_BYTES || size > (long) packed * mostRatio + SLACK_BYTES) {
            throw new IOException(
                    "a page of "
                            + packed
                            + " bytes is said to unpack to "
                            + size
                            + "; at most "
                            + (MOST_PAGE_BYTES >> 20)
                            + " MiB and a ratio of "
                            + mostRatio
                            + " are accepted");
        }
    }

    /// Unpacks what fits.
    ///
    /// @param size how much fits into the target
    /// @return the unpacked size; only if it is what fits, all of it is there
    abstract int decompress(byte[] source, int from, int length, byte[] target, int size) throws IOException;

    /// Appends a page, packed.
    abstract void compress(byte[] page, int length, EncodedBytes target) throws IOException;

    CompressionCodecName libraryName() {
        return name;
    }
}
