package dev.millrace.engine.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.testing.Tree;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What is taken for a shard, and what is not.
final class ShardListingTest {

    @TempDir private Path folder;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkToAFileIsAShard() throws IOException {
        Path elsewhere = Tree.write(folder.resolve("elsewhere.csv"), "a\n1\n");
        Files.createDirectory(folder.resolve("in"));
        Files.createSymbolicLink(folder.resolve("in/part-1.csv"), elsewhere);

        assertThat(list().shards()).singleElement().satisfies(shard -> assertThat(shard.bytes()).isEqualTo(4));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkToNothingIsNoShardThatIsLeftOut() throws IOException {
        Tree.write(folder.resolve("in/part-1.csv"), "a\n1\n");
        Files.createSymbolicLink(folder.resolve("in/part-2.csv"), folder.resolve("gone.csv"));

        assertRefused("part-2.csv", "a link to a file that is not there");
    }

    @Test
    void aFolderWithTheNameOfAShardIsRefused() throws IOException {
        Tree.write(folder.resolve("in/part-1.csv"), "a\n1\n");
        Files.createDirectories(folder.resolve("in/part-2.csv"));

        assertRefused("part-2.csv", "a folder");
    }

    /// A device stands for a pipe: both are there and neither has an end that can be waited for.
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatIsNoRegularFileIsNotOpened() throws IOException {
        Files.createDirectory(folder.resolve("in"));
        Files.createSymbolicLink(folder.resolve("in/part-1.csv"), Path.of("/dev/zero"));

        assertRefused("part-1.csv", "no regular file");
    }

    private ShardListing list() {
        return ShardListing.of(folder.resolve("in"), List.of(Split.TRAIN), Split.TRAIN);
    }

    private void assertRefused(String name, String found) {
        assertThatThrownBy(this::list)
                .isInstanceOf(DataException.class)
                .hasMessageContaining(name + ": it has the name of a shard but is " + found);
    }
}
