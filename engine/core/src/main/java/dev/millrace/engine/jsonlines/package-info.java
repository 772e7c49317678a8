/// JSON Lines and JSON arrays of objects, with rows as byte ranges: [Framing][dev.millrace.engine.jsonlines.Framing]
/// says how objects follow each other, [ObjectScanner][dev.millrace.engine.jsonlines.ObjectScanner] finds the values of
/// an object, [JsonBlockReader][dev.millrace.engine.jsonlines.JsonBlockReader] cuts a shard into blocks, and
/// [JsonBlockWriter][dev.millrace.engine.jsonlines.JsonBlockWriter] copies them with edits applied.
@NullMarked
package dev.millrace.engine.jsonlines;

import org.jspecify.annotations.NullMarked;
