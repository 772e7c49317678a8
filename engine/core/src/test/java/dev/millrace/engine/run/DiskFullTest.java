package dev.millrace.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;

import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.problem.StorageException;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.engine.testing.RecipeText;
import dev.millrace.engine.testing.Runs;
import dev.millrace.engine.testing.Tree;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/// A disk of every size from one that the data just fits on to one on which the run succeeds.
class DiskFullTest {

    private static final int BLOCK = 512;

    @ParameterizedTest
    @ValueSource(strings = {"batch", "streaming"})
    void aFullDiskLeavesNothingUnderAFinalName(String mode) throws IOException {
        List<String> findings = new ArrayList<>();
        boolean done = false;
        for (int blocks = 12; !done; blocks++) {
            try (FileSystem disk = disk(blocks)) {
                Path out = disk.getPath("/out");
                RecipeText recipe = recipe(writeData(disk), out, mode);
                switch (Runs.run(recipe.read(), new BlockSize(100, 10))) {
                    case RunResult.Done _ -> done = true;
                    case RunResult.Cancelled() -> throw new AssertionError("cancelled by nobody");
                    case RunResult.Failed(RuntimeException cause) -> {
                        assertThat(cause).isInstanceOf(StorageException.class);
                        Problem problem = ((StorageException) cause).problems().getFirst();
                        assertThat(problem.place().source()).startsWith("/out");
                        assertThat(problem.remedy()).startsWith("Free some space or choose another output folder");
                        assertThat(Tree.files(out).keySet())
                                .as("%d blocks", blocks)
                                .allMatch(name -> name.endsWith(".partial"));
                        findings.add(problem.finding());
                    }
                }
            }
        }
        assertThat(findings)
                .as("full before the run began, and while it wrote")
                .anyMatch(finding -> finding.contains("will be written but only"))
                .anyMatch(finding -> finding.startsWith("cannot be written"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"batch", "streaming"})
    void aFullDiskLeavesTheRunThatWasToBeReplacedAsItIs(String mode) throws IOException {
        int failures = 0;
        boolean done = false;
        for (int blocks = 60; !done; blocks++) {
            try (FileSystem disk = disk(blocks)) {
                Path out = disk.getPath("/out");
                Path in = writeData(disk);
                Recipe earlier = RecipeText.of(in, out).label("label").riskTable(List.of("f"), "0").read();
                if (!(Runs.run(earlier, BlockSize.DEFAULT) instanceof RunResult.Done)) {
                    continue;
                }
                SortedMap<String, String> before = Tree.files(out);
                switch (Runs.run(recipe(in, out, mode).overwriting().read(), new BlockSize(100, 10))) {
                    case RunResult.Done _ -> done = true;
                    case RunResult.Cancelled() -> throw new AssertionError("cancelled by nobody");
                    case RunResult.Failed(RuntimeException cause) -> {
                        assertThat(cause).isInstanceOf(StorageException.class);
                        SortedMap<String, String> after = Tree.files(out);
                        after.keySet().removeIf(name -> name.endsWith(".partial"));
                        assertThat(after).as("%d blocks", blocks).isEqualTo(before);
                        failures++;
                    }
                }
            }
        }
        assertThat(failures).isPositive();
    }

    private static FileSystem disk(int blocks) {
        return Jimfs.newFileSystem(
                Configuration.unix().toBuilder().setBlockSize(BLOCK).setMaxSize((long) blocks * BLOCK).build());
    }

    /// Three shards, together some 4 KiB; their risks take three times as much.
    private static Path writeData(FileSystem disk) {
        Path in = disk.getPath("/in");
        for (int shard = 1; shard <= 3; shard++) {
            StringBuilder text = new StringBuilder("f,label\n");
            for (int row = 0; row < 350; row++) {
                text.append((char) ('a' + row % 7)).append(',').append(row % 3 == 0 ? 1 : 0).append('\n');
            }
            Tree.write(in.resolve("part-" + shard + ".csv"), text.toString());
        }
        return in;
    }

    private static RecipeText recipe(Path in, Path out, String mode) {
        RecipeText recipe = RecipeText.of(in, out).label("label").riskTable(List.of("f"), "1");
        return mode.equals("batch") ? recipe.batch() : recipe.streaming(2);
    }
}
