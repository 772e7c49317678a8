/// Looking into a shard at any depth: [ShardRows][dev.millrace.engine.browse.ShardRows] reads rows by number,
/// [RowIndex][dev.millrace.engine.browse.RowIndex] remembers where some of them begin.
@NullMarked
package dev.millrace.engine.browse;

import org.jspecify.annotations.NullMarked;
