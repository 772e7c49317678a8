package dev.millrace.engine.run;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.BlockReader;
import dev.millrace.engine.block.ForwardingReader;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Reads shards, and sees to it that each is as it was when the run first saw it: size and time are compared when it is
/// opened and after its last row. A change that leaves both as they were shows in the hash of the content.
final class WatchedShards implements BlockSource {

    private final BlockSource files;
    private final ConcurrentHashMap<Shard, State> states = new ConcurrentHashMap<>();

    private record State(long bytes, Instant modified) {}

    WatchedShards(BlockSource files) {
        this.files = files;
    }

    @Override
    public BlockReader open(Shard shard, Set<Integer> columns) throws IOException {
        requireUnchanged(shard);
        return new ForwardingReader(files.open(shard, columns)) {
            @Override
            public @Nullable Block next() throws IOException {
                Block block = reader.next();
                if (block == null) {
                    requireUnchanged(shard);
                }
                return block;
            }
        };
    }

    private void requireUnchanged(Shard shard) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(shard.file(), BasicFileAttributes.class);
        State now = new State(attributes.size(), attributes.lastModifiedTime().toInstant());
        State first = states.putIfAbsent(shard, now);
        if (now.bytes() != shard.bytes()) {
            throw changed(shard, "it had " + shard.bytes() + " bytes and has " + now.bytes());
        }
        if (first != null && !first.equals(now)) {
            throw changed(shard, "it was written to at " + now.modified());
        }
    }

    /// The error of a shard that is not what it was.
    ///
    /// @param how in words
    static DataException changed(Shard shard, String how) {
        return new DataException(
                new Problem(
                        Place.of(shard.file()),
                        "the shard changed while the run was reading it: " + how,
                        "Wait until nothing writes to the dataset, then run again"));
    }
}
