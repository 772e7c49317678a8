package dev.millrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.lab.measure.MeasuredRun;
import dev.millrace.lab.measure.Side;
import dev.millrace.lab.report.ReportFolder;
import dev.millrace.lab.result.Benchmark;
import dev.millrace.lab.result.ConstraintPoint;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

class BenchmarkCommandTest {

    @TempDir private Path folder;

    @Test
    void everyExperimentIsMadeAndReported() throws IOException {
        Project project = Project.in(folder.resolve("project"));
        project.edit("\"strategies\": [", "\"strategies\": [ {\"strategy\": \"tabular-split\"},");
        Path output = folder.resolve("benchmark");

        Cli.Outcome outcome =
                Cli.run(
                        "benchmark",
                        project.recipe(),
                        "--all",
                        "--output",
                        output,
                        "--runs=2",
                        "--warm-ups=0",
                        "--scaling-runs=1",
                        "--fractions=0.5,1",
                        "--worker-counts=1,2",
                        "--grid-blocks=64",
                        "--grid-heaps=96",
                        "--grid-processors=1,2");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out())
                .contains("12 runs in processes of their own", "12 of 12", "Not enough runs to say", "benchmark.html");
        assertThat(project.output()).doesNotExist();
        assertThat(output.resolve(".scratch")).doesNotExist();
        assertThat(Project.filesIn(output))
                .contains(
                        "benchmarks/latency_vs_data_size.csv",
                        "benchmarks/significance_tests.csv",
                        "charts/latency_vs_data_size.png",
                        "charts/speedup_vs_workers.svg",
                        "metadata/run_manifest.json",
                        "profiles/operator_profile.csv",
                        "reports/benchmark.html",
                        "reports/constraint_experiment_log.jsonl",
                        "reports/pipeline_report.json",
                        "reports/streaming_chunks.jsonl");
        check(Benchmark.read(output.resolve(ReportFolder.BENCHMARK)));
    }

    private static void check(Benchmark benchmark) {
        assertThat(benchmark.runs()).hasSize(12).allMatch(MeasuredRun::counts);
        assertThat(Objects.requireNonNull(benchmark.scaling()).bySize()).hasSize(2);
        assertThat(benchmark.scaling().byWorkers()).isNotNull();
        assertThat(benchmark.constraints()).hasSize(2).anyMatch(ConstraintPoint::onFront);
        for (ConstraintPoint point : benchmark.constraints()) {
            Side side = point.run().side();
            assertThat(Objects.requireNonNull(point.run().report()).limits().processors()).isEqualTo(side.processors());
            assertThat(point.run().report().limits().maxHeapBytes()).isLessThanOrEqualTo((long) side.memoryMb() << 20);
            assertThat(point.quality()).isEqualTo(benchmark.models().getFirst().quality());
        }
        assertThat(benchmark.models()).hasSize(2);
        assertThat(benchmark.models().getFirst().quality()).isEqualTo(benchmark.models().getLast().quality());
        assertThat(benchmark.quality()).extracting(column -> column.table()).contains("train", "val", "test", "input");
        assertThat(benchmark.drifts())
                .extracting(drift -> drift.from() + " to " + drift.to())
                .containsExactly("train to val", "train to test", "early to late");
    }

    @Test
    void aFolderWithSomethingElseInItIsLeftAlone() throws IOException {
        Project project = Project.in(folder.resolve("project"));
        Path output = Files.createDirectories(folder.resolve("documents"));
        Files.writeString(output.resolve("letter.txt"), "dear");

        Cli.Outcome outcome = Cli.run("benchmark", project.recipe(), "--output", output);

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("is not empty");
        assertThat(Project.filesIn(output)).containsExactly("letter.txt");
    }

    @Test
    void anEarlierBenchmarkIsKeptUnlessItMayBeReplaced() throws IOException {
        Project project = Project.in(folder.resolve("project"));
        Path earlier = folder.resolve("out").resolve(ReportFolder.BENCHMARK);
        Files.createDirectories(earlier.getParent());
        Files.writeString(earlier, "{}");

        Cli.Outcome outcome = Cli.run("benchmark", project.recipe(), "--output", folder.resolve("out"));

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("holds an earlier benchmark", "--overwrite");
        assertThat(earlier).hasContent("{}");
    }

    @Test
    void aWrongRecipeIsToldBeforeAnythingIsMeasured() throws IOException {
        Project project = Project.in(folder.resolve("project"));
        project.edit("\"merchant_category\"", "\"merchant_categry\"");

        Cli.Outcome outcome = Cli.run("benchmark", project.recipe(), "--output", folder.resolve("out"));

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("merchant_category");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void wrongNumbersAreRefused() throws IOException {
        Project project = Project.in(folder.resolve("project"));

        assertThat(Cli.run("benchmark", project.recipe(), "--output", folder.resolve("o"), "--runs=0").err())
                .contains("'--runs': found 0, accepted is 1 or more");
        assertThat(Cli.run("benchmark", project.recipe(), "--output", folder.resolve("o"), "--fractions=0,2").err())
                .contains("'--fractions'");
        assertThat(Cli.run("benchmark", project.recipe()).err()).contains("--output");
    }

    @Test
    void sidesAreNamedByWhatTheyHaveOfTheirOwn() throws IOException {
        Project project = Project.in(folder.resolve("project"));
        Path output = folder.resolve("sides");

        Cli.Outcome outcome =
                Cli.run(
                        "benchmark",
                        project.recipe(),
                        "--output",
                        output,
                        "--runs=1",
                        "--warm-ups=0",
                        "--side=streaming,workers=1,heap=128",
                        "--side=batch,blocks=256,data=0.5");

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(Benchmark.read(output.resolve(ReportFolder.BENCHMARK)).settings().sides())
                .extracting(Side::name)
                .containsExactly("streaming, 1 worker, 128 MiB heap", "batch, 256 KiB blocks, 50 % of the data");
    }

    @Test
    void sidesThatCannotBeComparedAreRefused() throws IOException {
        Project project = Project.in(folder.resolve("project"));

        assertThat(refused(project, "--side=batch")).contains("two sides or more");
        assertThat(refused(project, "--side=batch", "--side=batch")).contains("batch twice", "sides that differ");
        assertThat(refused(project, "--side=fast", "--side=batch")).contains("'fast'", "batch or streaming");
        assertThat(refused(project, "--side=batch,speed=2", "--side=batch")).contains("'speed=2'", "workers=N");
        assertThat(refused(project, "--side=batch,data=2", "--side=batch")).contains("'2'", "at most 1");
        assertThat(refused(project, "--side=batch,heap=-1", "--side=batch")).contains("'-1'", "a whole number");
    }

    private String refused(Project project, String... sides) {
        List<Object> arguments =
                new ArrayList<>(List.of("benchmark", project.recipe(), "--output", folder.resolve("o")));
        arguments.addAll(List.of(sides));
        Cli.Outcome outcome = Cli.run(arguments.toArray());
        assertThat(outcome.exitCode()).isEqualTo(2);
        return outcome.err();
    }
}
