package dev.millrace.engine.run;

import dev.millrace.engine.dataset.Shard;

/// What one scan of one shard found.
///
/// @param worker number of the worker, from 0
/// @param hash of the shard's content
record ShardScan(Shard shard, int worker, long rows, String hash, long millis) {}
