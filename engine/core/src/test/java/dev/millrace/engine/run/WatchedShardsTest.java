package dev.millrace.engine.run;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.BlockReader;
import dev.millrace.engine.dataset.FileType;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.testing.Tree;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Set;

/// Size and time of a shard are looked at after its last row as well: what is read while it is written may be torn.
final class WatchedShardsTest {

    @TempDir private Path folder;

    @Test
    void aShardThatGrowsWhileItIsReadIsAnError() throws IOException {
        assertChanged(file -> Files.writeString(file, "f\nx\ny\n"), "it had 4 bytes and has 6");
    }

    @Test
    void aShardThatIsWrittenOverWhileItIsReadIsAnError() throws IOException {
        assertChanged(
                file -> Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH)),
                "it was written to at 1970-01-01T00:00:00Z");
    }

    /// Something done to a file.
    private interface Mischief {
        void play(Path file) throws IOException;
    }

    private void assertChanged(Mischief mischief, String how) throws IOException {
        Path file = Tree.write(folder.resolve("part-1.csv"), "f\nx\n");
        FileType type = FileType.ofFileName("part-1.csv").orElseThrow();
        Shard shard = new Shard(Split.TRAIN, 1, file, type, Files.size(file));
        WatchedShards shards = new WatchedShards((_, _) -> new Disturbed(file, mischief));
        try (BlockReader reader = shards.open(shard, Set.of(0))) {
            assertThatThrownBy(reader::next)
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("part-1.csv: the shard changed while the run was reading it: " + how);
        }
    }

    /// Comes to its end while something happens to the file.
    private record Disturbed(Path file, Mischief mischief) implements BlockReader {

        @Override
        public @Nullable Block next() throws IOException {
            mischief.play(file);
            return null;
        }

        @Override
        public long bytesRead() {
            return 0;
        }

        @Override
        public String contentHash() {
            return "";
        }

        @Override
        public void close() {}
    }
}
