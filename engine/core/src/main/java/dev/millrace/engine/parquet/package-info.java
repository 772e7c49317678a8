/// Parquet shards, by column chunk: what a strategy looks at is decoded column by column and page by page, never as
/// records; everything else is passed through. Start at [ParquetCodec][dev.millrace.engine.parquet.ParquetCodec].
///
/// ```
///  shard ─► ChunkPages ─► LeafReader ─► LeafValues ─► ParquetColumn ─► strategies
///             pages         levels,        ids or                           │ Edits
///             │             ids, values    values                           ▼
///             │                               │                        rows, choices
///             │                               └────────► LeafWriter ◄───────┘
///             │ RawCopy: row groups whole                    │ PageBuilder, OutputDictionary
///             ▼                                              ▼
///           output: raw pages                       output: pages of ids, plain pages
/// ```
///
/// Three ways lead out, the cheapest that will do:
///
/// - A column that nobody edits, in a row group all of whose rows go to one file: its pages are copied as they are,
///   once their checksums are verified ([RawCopy][dev.millrace.engine.parquet.RawCopy]).
/// - Values that come as ids of a dictionary, and replacements: ids of the input become ids of the output by an array;
///   a value itself is looked at once for each column chunk.
/// - Plain values: their bytes are gathered. No value becomes an object.
///
/// What a page and a row group hold depends on rows alone, never on how blocks cut them, so that the bytes do not
/// either.
@NullMarked
package dev.millrace.engine.parquet;

import org.jspecify.annotations.NullMarked;
