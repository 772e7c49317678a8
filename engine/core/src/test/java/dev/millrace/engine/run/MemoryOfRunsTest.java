package dev.millrace.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.run.RunEvent.MemoryPressure;
import dev.millrace.engine.testing.RecipeText;
import dev.millrace.engine.testing.Runs;
import dev.millrace.engine.testing.Tree;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/// What runs do when memory is short.
class MemoryOfRunsTest {

    private static final int DISTINCT = 1_500_000;

    @TempDir private Path folder;

    @Test
    void aRunUnderPressureHoldsItselfBackSaysSoAndGivesTheSame() throws IOException {
        Path data = folder.resolve("in");
        for (int shard = 1; shard <= 6; shard++) {
            shard(data, shard, 3000, row -> "c" + row % 7 + "," + row % 2);
        }
        BlockSize size = new BlockSize(128 << 10, 500);
        RecipeText free = recipe(data, "free").riskTable(List.of("x"), "1").streaming(3);
        Runs.done(free, size);
        Queue<MemoryPressure> pressures = new ConcurrentLinkedQueue<>();
        RecipeText held = recipe(data, "held").riskTable(List.of("x"), "1").streaming(3).memoryLimitMb(1);
        Runs.done(
                held,
                size,
                event -> {
                    if (event instanceof MemoryPressure pressure) {
                        pressures.add(pressure);
                    }
                });
        assertThat(pressures).isNotEmpty().allMatch(pressure -> pressure.tighter() && pressure.limitBytes() == 1 << 20);
        assertThat(List.copyOf(pressures).getLast())
                .extracting(MemoryPressure::blockBytes, MemoryPressure::workers)
                .containsExactly(64 << 10, 1);
        assertThat(Tree.results(folder.resolve("held"))).isEqualTo(Tree.results(folder.resolve("free")));
    }

    @Test
    void aRunThatMayReadOneRowInASecondCanBeCancelledAtOnce() throws IOException {
        Path data = folder.resolve("in");
        shard(data, 1, 5000, row -> "c" + row % 7 + "," + row % 2);
        RecipeText slow = recipe(data, "out").riskTable(List.of("x"), "1").streaming(1).rateLimitRows(1);
        RunResult result =
                Runs.disturbed(
                        slow.read(),
                        new BlockSize(1 << 16, 1000),
                        event -> event instanceof RunEvent.ShardStarted,
                        Run::cancel);
        assertThat(result).isInstanceOf(RunResult.Cancelled.class);
    }

    @Test
    void theModeOfMillionsOfTextsInASmallHeapIsRefusedByName() throws Exception {
        Path data = folder.resolve("in");
        shard(data, 1, DISTINCT, row -> (row == 0 ? "" : "customer " + row * 7919L) + "," + row % 2);
        RecipeText recipe = recipe(data, "out").strategy("missing-value-imputation", "text", "mode");
        assertThat(endInSmallHeap(recipe.streaming(2)))
                .startsWith("ResourceException strategy missing-value-imputation, column 'x': its ")
                .contains("distinct values so far take ", "they may take 21.3 MiB");
    }

    @Test
    void riskTablesOfMillionsOfTextsInASmallHeapAreRefusedByName() throws Exception {
        Path data = folder.resolve("in");
        for (int shard = 1; shard <= 4; shard++) {
            long offset = shard * 1_000_000L;
            shard(data, shard, DISTINCT / 4, row -> "customer " + (row + offset) + "," + row % 2);
        }
        RecipeText recipe = recipe(data, "out").riskTable(List.of("x"), "1", "maxUniqueThreshold", 10_000_000);
        assertThat(endInSmallHeap(recipe.streaming(2)))
                .startsWith("ResourceException strategy risk-table-mapping, column 'x': its ")
                .contains("distinct values so far take ", "they may take 21.3 MiB");
    }

    private String endInSmallHeap(RecipeText recipe) throws IOException, InterruptedException {
        recipe.read(); // which writes its file
        Path end = folder.resolve("end.txt");
        Process process =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-Xmx64m",
                                "-XX:+UseG1GC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                SmallHeap.class.getName(),
                                folder.resolve("out.recipe.json").toString(),
                                end.toString())
                        .inheritIO()
                        .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return Files.readString(end);
    }

    private RecipeText recipe(Path data, String output) {
        return RecipeText.of(data, folder.resolve(output)).label("y");
    }

    @FunctionalInterface
    private interface Row {
        String cells(long row);
    }

    private static void shard(Path data, int number, long rows, Row row) throws IOException {
        Files.createDirectories(data);
        try (BufferedWriter writer = Files.newBufferedWriter(data.resolve("part-" + number + ".csv"))) {
            writer.write("x,y\n");
            for (long i = 0; i < rows; i++) {
                writer.write(row.cells(i) + "\n");
            }
        }
    }
}
