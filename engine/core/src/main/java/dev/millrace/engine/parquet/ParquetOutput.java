package dev.millrace.engine.parquet;

import dev.millrace.engine.block.BlockWriter;
import dev.millrace.engine.block.ShardCodec;
import dev.millrace.engine.dataset.Schema;

import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;

/// What the output files of a run share.
///
/// @param names the dataset's columns
/// @param codec of all pages; null if each column chunk keeps the one it has in the input
record ParquetOutput(OutputSchema schema, Schema names, @Nullable PageCodec codec) implements ShardCodec.Output {

    @Override
    public BlockWriter create(OutputStream target) throws IOException {
        return new ParquetBlockWriter(this, target);
    }

    /// The codec for what comes from a chunk of the input.
    PageCodec codec(ColumnChunkMetaData chunk) {
        return codec != null ? codec : PageCodec.of(chunk.getCodec()).orElse(PageCodec.UNCOMPRESSED);
    }

    /// The codec for what comes from another format.
    PageCodec codecOfTexts() {
        return codec != null ? codec : PageCodec.UNCOMPRESSED;
    }
}
