package dev.millrace.engine.format;

import dev.millrace.engine.block.ShardCodec;
import dev.millrace.engine.dataset.ShardFormat;
import dev.millrace.engine.text.CsvCodec;

/// Who reads and writes which format.
public final class ShardCodecs {

    private final ShardCodec csv = new CsvCodec();

    public ShardCodec of(ShardFormat format) {
        return switch (format) {
            case CSV -> csv;
            case TSV, JSONL, JSON, PARQUET -> throw new UnsupportedOperationException(format + " is not built yet");
        };
    }
}
