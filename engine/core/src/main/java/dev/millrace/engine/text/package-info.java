/// Delimited text: [RecordScanner][dev.millrace.engine.text.RecordScanner] finds records and cells,
/// [TextBlockReader][dev.millrace.engine.text.TextBlockReader] cuts a shard into blocks, and
/// [TextBlockWriter][dev.millrace.engine.text.TextBlockWriter] copies them with edits applied.
@NullMarked
package dev.millrace.engine.text;

import org.jspecify.annotations.NullMarked;
