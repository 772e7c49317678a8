/// Opens datasets of any format: [ShardCodecs][dev.millrace.engine.format.ShardCodecs] knows who reads what,
/// [DatasetReader][dev.millrace.engine.format.DatasetReader] finds shards and columns.
@NullMarked
package dev.millrace.engine.format;

import org.jspecify.annotations.NullMarked;
