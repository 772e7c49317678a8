package dev.millrace.engine.parquet;

import com.github.luben.zstd.Zstd;

import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;

import net.jpountz.lz4.LZ4Factory;

import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.xerial.snappy.Snappy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// Compresses and decompresses pages. The library's own codecs are Hadoop's, loaded by class name; these are not.
enum PageCodec implements BytesInputCompressor {
    UNCOMPRESSED(CompressionCodecName.UNCOMPRESSED, 1) {
        @Override
        int decompress(byte[] source, int from, int length, byte[] target) {
            System.arraycopy(source, from, target, 0, Math.min(length, target.length));
            return length;
        }

        @Override
        byte[] compress(byte[] page) {
            return page;
        }
    },
    SNAPPY(CompressionCodecName.SNAPPY, 64) {
        @Override
        int decompress(byte[] source, int from, int length, byte[] target) throws IOException {
            int size = Snappy.uncompressedLength(source, from, length);
            return size == target.length ? Snappy.uncompress(source, from, length, target, 0) : size;
        }

        @Override
        byte[] compress(byte[] page) throws IOException {
            return Snappy.compress(page);
        }
    },
    GZIP(CompressionCodecName.GZIP, 1100) {
        @Override
        int decompress(byte[] source, int from, int length, byte[] target) throws IOException {
            try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(source, from, length))) {
                int size = in.readNBytes(target, 0, target.length);
                return in.read() < 0 ? size : size + 1;
            }
        }

        @Override
        byte[] compress(byte[] page) throws IOException {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
                out.write(page);
            }
            return packed.toByteArray();
        }
    },
    ZSTD(CompressionCodecName.ZSTD, 1 << 16) {
        @Override
        int decompress(byte[] source, int from, int length, byte[] target) throws IOException {
            long size = Zstd.decompressByteArray(target, 0, target.length, source, from, length);
            if (Zstd.isError(size)) {
                throw new IOException("zstd: " + Zstd.getErrorName(size));
            }
            return (int) size;
        }

        @Override
        byte[] compress(byte[] page) {
            return Zstd.compress(page, 3);
        }
    },
    LZ4_RAW(CompressionCodecName.LZ4_RAW, 256) {
        @Override
        int decompress(byte[] source, int from, int length, byte[] target) {
            return LZ4Factory.safeInstance().safeDecompressor().decompress(source, from, length, target, 0);
        }

        @Override
        byte[] compress(byte[] page) {
            return LZ4Factory.safeInstance().fastCompressor().compress(page);
        }
    };

    private static final int MOST_PAGE_BYTES = 256 << 20;
    private static final int SLACK_BYTES = 1 << 10;

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

    /// Unpacks a page into an array of the size that its header tells.
    ///
    /// @throws IOException if it cannot be unpacked, or has another size
    byte[] decompress(byte[] source, int from, int length, int size) throws IOException {
        requireSensible(length, size);
        byte[] target = new byte[size];
        int found = length == 0 ? 0 : decompress(source, from, length, target);
        if (found != size) {
            throw new IOException("a page has " + found + " bytes where its header says " + size);
        }
        return target;
    }

    /// Checks the sizes of a page before anything of that size is made.
    private void requireSensible(int packed, int size) throws IOException {
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
    /// @return the unpacked size; only if it is that of the target, all of it is there
    abstract int decompress(byte[] source, int from, int length, byte[] target) throws IOException;

    abstract byte[] compress(byte[] page) throws IOException;

    @Override
    public BytesInput compress(BytesInput page) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream((int) page.size());
        page.writeAllTo(whole);
        return BytesInput.from(compress(whole.toByteArray()));
    }

    @Override
    public CompressionCodecName getCodecName() {
        return name;
    }

    @Override
    public void release() {}
}
