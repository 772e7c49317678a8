package dev.millrace.engine.format;

import dev.millrace.engine.block.ShardCodec;
import dev.millrace.engine.dataset.ShardFormat;
import dev.millrace.engine.parquet.ParquetCodec;
import dev.millrace.engine.text.CsvCodec;

/// Who reads and writes which format.
public final class ShardCodecs {

    private final ShardCodec csv = new CsvCodec();
    private final ShardCodec parquet = new ParquetCodec();

    public ShardCodec of(ShardFormat format) {
        return switch (format) {
            case CSV -> csv;
            case PARQUET -> parquet;
            case TSV, JSONL, JSON -> throw new UnsupportedOperationException(format + " is not built yet");
        };
    }
}
