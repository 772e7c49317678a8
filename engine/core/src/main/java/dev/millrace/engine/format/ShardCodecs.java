package dev.millrace.engine.format;

import dev.millrace.engine.block.ShardCodec;
import dev.millrace.engine.dataset.ShardFormat;
import dev.millrace.engine.jsonlines.JsonCodec;
import dev.millrace.engine.parquet.ParquetCodec;
import dev.millrace.engine.text.CsvCodec;

/// Who reads and writes which format.
public final class ShardCodecs {

    private final CsvCodec csv = new CsvCodec();
    private final JsonCodec jsonLines = JsonCodec.lines();
    private final JsonCodec jsonArray = JsonCodec.array();

    private final ParquetCodec parquet = new ParquetCodec();

    /// Who reads and writes delimited text.
    CsvCodec delimited() {
        return csv;
    }

    public ShardCodec of(ShardFormat format) {
        return switch (format) {
            case CSV, TSV -> csv;
            case JSONL -> jsonLines;
            case JSON -> jsonArray;
            case PARQUET -> parquet;
        };
    }
}
