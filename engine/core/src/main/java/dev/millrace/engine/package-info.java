/// The engine of Millrace: fits preprocessing strategies on sharded tabular data and transforms every shard. The door
/// is [Engine][dev.millrace.engine.Engine].
@NullMarked
package dev.millrace.engine;

import org.jspecify.annotations.NullMarked;
