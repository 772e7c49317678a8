/// Parquet shards, by column chunk: what a strategy looks at is decoded column by column and page by page, never as
/// records; everything else is passed through, as raw pages where a row group keeps all its rows. Start at
/// [ParquetCodec][dev.millrace.engine.parquet.ParquetCodec].
@NullMarked
package dev.millrace.engine.parquet;

import org.jspecify.annotations.NullMarked;
