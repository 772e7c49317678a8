/// Data in motion: a [Block][dev.millrace.engine.block.Block] is a bounded run of rows of one shard, a
/// [Column][dev.millrace.engine.block.Column] is how a strategy sees one column of it, and
/// [Edits][dev.millrace.engine.block.Edits] say what a strategy did to it.
@NullMarked
package dev.millrace.engine.block;

import org.jspecify.annotations.NullMarked;
