/// The same work as Millrace's, done by DuckDB in SQL, in a process of its own. Each work is two passes: statistics
/// over all shards, then one output shard for each shard.
@NullMarked
package dev.millrace.performance.duckdb;

import org.jspecify.annotations.NullMarked;
