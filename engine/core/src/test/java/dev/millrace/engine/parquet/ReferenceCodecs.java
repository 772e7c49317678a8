package dev.millrace.engine.parquet;

import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/// Lets parquet-java's own readers and writers run without Hadoop.
final class ReferenceCodecs implements CompressionCodecFactory {

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName name) {
        return new PageCompressor(codec(name));
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName name) {
        PageCodec codec = codec(name);
        return new BytesInputDecompressor() {
            @Override
            public BytesInput decompress(BytesInput bytes, int size) throws IOException {
                ByteArrayOutputStream whole = new ByteArrayOutputStream();
                bytes.writeAllTo(whole);
                return BytesInput.from(codec.unpack(whole.toByteArray(), 0, whole.size(), new byte[size], size));
            }

            @Override
            public void decompress(ByteBuffer input, int packed, ByteBuffer output, int size) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void release() {}
        };
    }

    private static PageCodec codec(CompressionCodecName name) {
        return PageCodec.of(name).orElseThrow(() -> new UnsupportedOperationException("codec " + name));
    }

    @Override
    public void release() {}
}
