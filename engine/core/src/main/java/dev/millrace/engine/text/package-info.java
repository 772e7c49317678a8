/// Delimited text.
///
/// The way of the bytes: [ShardInput][dev.millrace.engine.text.ShardInput] decompresses and hashes, `ShardText` takes
/// off the byte order mark and turns UTF-16 into UTF-8, `TextBlockReader` cuts the text into blocks in which
/// [RecordScanner][dev.millrace.engine.text.RecordScanner] finds records and cells (or `DialectScanner`, in dialects
/// with more to them and in records that are not as they should be), `TextBlockWriter` copies these with edits applied,
/// and [CompressedOutput][dev.millrace.engine.text.CompressedOutput] compresses.
/// [DialectDetector][dev.millrace.engine.text.DialectDetector] tells the dialect beforehand.
///
/// What holds for all of it:
///
/// - A **bad row** has another number of fields than the header, text after a closing quote, a quote that is never
///   closed (the rest of the shard is then one bad row), more than 16 MiB, or bytes that are no text: malformed UTF-8,
///   bytes that windows-1252 leaves undefined, half a surrogate pair of UTF-16, NUL. Rows are judged as a whole, so all
///   passes and both modes find the same ones whichever columns they look at.
/// - **Not copied** are the lines before a header, comments, blank lines (but in a text of one column, where they are
///   missing values) and byte order marks. Every record that is written ends with a line break. Everything else that no
///   strategy touches keeps its bytes.
/// - A compressed file is read to its checksums and to its end, or it is an error.
/// - Equal texts are compressed to equal bytes by the same version of zlib (the one of the JDK) or zstd.
@NullMarked
package dev.millrace.engine.text;

import org.jspecify.annotations.NullMarked;
