package dev.millrace.lab.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.Engine;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.MissingTokens;
import dev.millrace.engine.recipe.Mode;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.lab.learn.ModelQuality;
import dev.millrace.lab.learn.ModelTrial;
import dev.millrace.lab.quality.ProcessedData;
import dev.millrace.sample.SampleProject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

class HarnessTest {

    @TempDir private Path folder;

    @Test
    void limitsAreHeldInTheChild() throws IOException, InterruptedException {
        Side side = new Side("small", Mode.STREAMING, 1, 64, 96, 1, 1);
        try (Harness harness = new Harness(folder.resolve("scratch"), recipe())) {
            MeasuredRun run = harness.run("test", side, 1, false, _ -> {});
            ChildReport report = Objects.requireNonNull(run.report());

            // The collector keeps a part of the heap for itself, which maxMemory leaves out.
            assertThat(report.limits().maxHeapBytes()).isBetween(80L << 20, 96L << 20);
            assertThat(report.limits().processors()).isEqualTo(1);
            assertThat(report.peakHeapBytes()).isBetween(1L, report.limits().maxHeapBytes());
            if (harness.limits().contains("taskset")) {
                assertThat(report.limits().allowedProcessors()).matches("\\d+");
                // No process can take more of one processor than there is; clocks differ by some ticks.
                assertThat(report.cpuSeconds()).isLessThan(run.seconds() + 0.1);
            }
            if (harness.limits().contains("systemd-run")) {
                assertThat(report.limits().groupMemoryBytes()).isEqualTo((96L + 512) << 20);
                assertThat(report.limits().groupProcessors()).isEqualTo(1);
            }
        }
    }

    @Test
    void aRunIsMeasuredFromBothSidesAndItsOutputDeleted() throws IOException, InterruptedException {
        List<Path> outputs = new ArrayList<>();
        try (Harness harness = new Harness(folder.resolve("scratch"), recipe())) {
            MeasuredRun run = harness.run("test", Side.of(Mode.STREAMING), 3, false, outputs::add);
            ChildReport report = Objects.requireNonNull(run.report());

            assertThat(run.counts()).isTrue();
            assertThat(run.number()).isEqualTo(1);
            assertThat(run.round()).isEqualTo(3);
            assertThat(run.seconds()).isGreaterThan(report.runSeconds());
            assertThat(run.cpuSeconds()).isPositive();
            assertThat(report.rows()).isEqualTo(5000);
            assertThat(report.bytes()).isEqualTo(harness.dataset().bytes());
            assertThat(report.stages().readNanos()).isPositive();
            assertThat(report.stages().fitNanos()).isPositive();
            assertThat(report.stages().transformNanos()).isPositive();
            assertThat(report.stages().writeNanos()).isPositive();
            assertThat(report.passes())
                    .extracting(ChildReport.PassTime::kind)
                    .containsExactly("fit", "fit", "transform");
            assertThat(report.chunks()).hasSize(24).allMatch(chunk -> chunk.rows() == 625);
            assertThat(outputs).singleElement().satisfies(output -> assertThat(output).doesNotExist());
        }
        assertThat(folder.resolve("scratch")).doesNotExist();
    }

    @Test
    void aFractionOfTheDataIsItsFirstShards() throws IOException, InterruptedException {
        try (Harness harness = new Harness(folder.resolve("scratch"), recipe())) {
            MeasuredRun run = harness.run("test", Side.of(Mode.BATCH).withFraction(0.25), 1, false, _ -> {});

            assertThat(Objects.requireNonNull(run.report()).rows()).isEqualTo(1250);
        }
        Dataset whole = new Engine().openDataset(recipe());
        assertThat(whole.shards()).hasSize(8); // links are deleted, not what they lead to
    }

    @Test
    void aRunThatFailsIsNoError() throws IOException, InterruptedException {
        Recipe recipe = recipe();
        Path shard = recipe.datasetPath().resolve("part-00003.csv");
        Files.writeString(shard, Files.readString(shard) + "one,two\n");
        try (Harness harness = new Harness(folder.resolve("scratch"), recipe)) {
            MeasuredRun run = harness.run("test", Side.of(Mode.STREAMING), 1, false, _ -> {});

            assertThat(run.counts()).isFalse();
            assertThat(run.failure()).contains("part-00003.csv");
            assertThat(run.report()).isNull();
        }
    }

    @Test
    void aRunBeyondItsHeapIsToldAndTheNextOneGoesOn() throws IOException, InterruptedException {
        Recipe recipe = recipe();
        Path shard = recipe.datasetPath().resolve("part-00001.csv");
        String text = Files.readString(shard);
        String rows = text.substring(text.indexOf('\n') + 1);
        Files.writeString(shard, text + rows.repeat(500));
        Side batch = Side.of(Mode.BATCH, 0, 0, 32, 0, 1);
        try (Harness harness = new Harness(folder.resolve("scratch"), recipe)) {
            MeasuredRun beyond = harness.run("test", batch, 1, false, _ -> {});
            MeasuredRun within = harness.run("test", Side.of(Mode.STREAMING, 1, 64, 32, 0, 1), 1, false, _ -> {});

            assertThat(beyond.report()).isNull();
            assertThat(beyond.failure()).contains("the heap of 32 MiB is full").contains("streaming");
            assertThat(within.failure()).isNull();
            assertThat(Objects.requireNonNull(within.report()).peakHeapBytes()).isLessThanOrEqualTo(32L << 20);
        }
    }

    @Test
    void aHeapInWhichNoJvmBeginsIsToldInItsWords() throws IOException, InterruptedException {
        try (Harness harness = new Harness(folder.resolve("scratch"), recipe())) {
            MeasuredRun run = harness.run("test", Side.of(Mode.STREAMING, 0, 0, 1, 0, 1), 1, false, _ -> {});

            assertThat(run.report()).isNull();
            assertThat(run.failure()).startsWith("its process ended with 1: ").containsIgnoringCase("heap");
        }
    }

    @Test
    void aModelLearnsTheSameInBothModes() throws IOException, InterruptedException {
        Recipe recipe = recipe();
        List<ModelQuality> qualities = new ArrayList<>();
        try (Harness harness = new Harness(folder.resolve("scratch"), recipe)) {
            for (Side side : List.of(Side.of(Mode.BATCH), new Side("s", Mode.STREAMING, 2, 16, 0, 0, 1))) {
                harness.run(
                        "test",
                        side,
                        1,
                        false,
                        output ->
                                new ModelTrial(MissingTokens.OF_PANDAS, "label")
                                        .on(ProcessedData.of(recipe, output))
                                        .ifPresent(qualities::add));
            }
        }

        assertThat(qualities).hasSize(2);
        assertThat(qualities.getFirst()).isEqualTo(qualities.getLast());
        assertThat(qualities.getFirst().figure()).isBetween(0.6, 1.0);
        assertThat(qualities.getFirst().scoredOn()).isEqualTo("val");
    }

    /// The sample, split before risks are learned.
    private Recipe recipe() throws IOException {
        Path project = folder.resolve("project");
        if (Files.notExists(project)) {
            Path file = new SampleProject().copyTo(project);
            String text = Files.readString(file);
            String split = "\"strategies\": [ {\"strategy\": \"tabular-split\"},";
            Files.writeString(file, text.replace("\"strategies\": [", split));
        }
        return new Engine().readRecipe(project.resolve(SampleProject.RECIPE));
    }
}
