package dev.millrace.engine.parquet;

import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

import java.io.IOException;

/// Packs the pages of one output file for the library, which copies what it is given before it asks for the next page:
/// the buffers are reused.
final class PageCompressor implements BytesInputCompressor {

    private final PageCodec codec;
    private final EncodedBytes page = new EncodedBytes();
    private final EncodedBytes packed = new EncodedBytes();

    PageCompressor(PageCodec codec) {
        this.codec = codec;
    }

    @Override
    public BytesInput compress(BytesInput bytes) throws IOException {
        page.clear();
        page.ensure(Math.toIntExact(bytes.size()));
        bytes.writeAllTo(page);
        packed.clear();
        codec.compress(page.array(), page.size(), packed);
        return BytesInput.from(packed.array(), 0, packed.size());
    }

    @Override
    public CompressionCodecName getCodecName() {
        return codec.libraryName();
    }

    @Override
    public void release() {}
}
