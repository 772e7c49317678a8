package dev.millrace.lab.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.millrace.engine.recipe.Mode;
import dev.millrace.lab.measure.MeasuredRun;
import dev.millrace.lab.measure.Metric;
import dev.millrace.lab.measure.Side;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class ComparisonTest {

    @Test
    void aClearDifferenceIsToldWithItsSize() {
        Comparison comparison = Comparison.of(SyntheticRuns.modes(10), "batch", 1);
        Contrast latency = contrast(comparison, Metric.LATENCY);

        assertThat(latency.ratio().value()).isCloseTo(0.5, within(0.01));
        assertThat(latency.verdict()).isEqualTo(Verdict.BETTER);
        assertThat(latency.test().pValue()).isEqualTo(2 / 184_756.0);
        assertThat(contrast(comparison, Metric.THROUGHPUT_ROWS).verdict()).isEqualTo(Verdict.BETTER);
        assertThat(comparison.headline())
                .anyMatch(sentence ->
                        sentence.startsWith("Streaming is 2.0") && sentence.contains("times as fast as batch"))
                .anyMatch(sentence -> sentence.startsWith("Streaming uses") && sentence.contains("less peak memory"));
    }

    @Test
    void theSlowerSideIsCalledWorse() {
        Comparison comparison = Comparison.of(SyntheticRuns.modes(10), "streaming", 1);

        assertThat(contrast(comparison, Metric.LATENCY).verdict()).isEqualTo(Verdict.WORSE);
        assertThat(comparison.headline()).anyMatch(sentence -> sentence.contains("times as long as streaming"));
    }

    @Test
    void threeRunsShowNothingHoweverClearTheyLook() {
        Comparison comparison = Comparison.of(SyntheticRuns.modes(3), "batch", 1);

        assertThat(comparison.contrasts()).extracting(Contrast::verdict).containsOnly(Verdict.NOT_ENOUGH_RUNS);
        assertThat(comparison.headline()).last().asString().startsWith("With so few runs");
    }

    @Test
    void sidesThatAreAlikeAreWithinNoise() {
        Comparison comparison = Comparison.of(alike(0.001), "batch", 1);

        assertThat(contrast(comparison, Metric.LATENCY).verdict()).isEqualTo(Verdict.WITHIN_NOISE);
        assertThat(comparison.headline()).anyMatch(sentence -> sentence.contains("the same time, give or take 2 %"));
    }

    @Test
    void noisySidesShowNoDifferenceAndThatIsNoProofOfNone() {
        Comparison comparison = Comparison.of(alike(1), "batch", 1);

        assertThat(contrast(comparison, Metric.LATENCY).verdict()).isEqualTo(Verdict.NO_DIFFERENCE);
        assertThat(comparison.headline()).anyMatch(sentence -> sentence.contains("no proof that there is none"));
    }

    @Test
    void aSideThatFailedIsSaidToHaveFailed() {
        List<MeasuredRun> runs = new ArrayList<>(SyntheticRuns.modes(10));
        runs.removeIf(run -> run.side().mode() == Mode.BATCH);
        runs.add(SyntheticRuns.failed("modes", Side.of(Mode.BATCH), runs.size()));
        Comparison comparison = Comparison.of(runs, "batch", 1);

        assertThat(comparison.contrasts()).isEmpty();
        assertThat(comparison.headline()).containsExactly("Batch did not finish: the heap is full");
        assertThat(comparison.figures()).extracting(SideFigures::side).containsOnly("streaming");
    }

    @Test
    void warmUpsAreLeftOut() {
        List<MeasuredRun> runs = new ArrayList<>(SyntheticRuns.modes(10));
        MeasuredRun first = runs.getFirst();
        runs.add(
                new MeasuredRun(
                        "modes",
                        first.side(),
                        99,
                        1,
                        true,
                        null,
                        1000,
                        1000,
                        first.peakResidentBytes(),
                        first.energy(),
                        first.report()));

        assertThat(Comparison.of(runs, "batch", 1)).isEqualTo(Comparison.of(SyntheticRuns.modes(10), "batch", 1));
    }

    @Test
    void timesOverSizesHaveALineInWords() {
        Scaling scaling = SyntheticRuns.benchmark().scaling();

        assertThat(scaling).isNotNull();
        assertThat(scaling.bySize()).hasSize(2);
        assertThat(scaling.bySize().getFirst().finding()).startsWith("Batch takes 0.").contains("for each MB more");
        assertThat(scaling.byWorkers()).isNotNull();
        assertThat(scaling.byWorkers().finding()).contains("is serial and crosstalk is");
    }

    @Test
    void theFrontLeavesOutWhatFailed() {
        assertThat(SyntheticRuns.benchmark().constraints())
                .filteredOn(ConstraintPoint::onFront)
                .extracting(point -> point.run().side().name())
                .containsExactly("64/128", "512/128", "512/512");
    }

    @Test
    void benchmarksOfOtherDataOrMachinesAreNotComparable() {
        Benchmark benchmark = SyntheticRuns.benchmark();
        Benchmark other =
                new Benchmark(
                        benchmark.format(),
                        benchmark.started(),
                        benchmark.ended(),
                        benchmark.recipe(),
                        benchmark.settings(),
                        benchmark.machine(),
                        new DatasetFacts("data", 8, 20, 1, "11"),
                        benchmark.conditions(),
                        List.of(),
                        benchmark.runs(),
                        benchmark.comparison(),
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of());

        assertThat(benchmark.differencesFrom(benchmark)).isEmpty();
        assertThat(benchmark.differencesFrom(other)).containsExactly("data: 00ff and 11");
    }

    @Test
    void aSideIsComparedWithItselfInAnEarlierBenchmark() {
        Benchmark benchmark = SyntheticRuns.benchmark();
        Comparison comparison = Comparison.over(benchmark, benchmark, "streaming");

        assertThat(comparison.baseline()).isEqualTo("earlier streaming");
        assertThat(contrast(comparison, Metric.LATENCY).ratio().value()).isEqualTo(1);
        assertThat(contrast(comparison, Metric.LATENCY).adjustedPValue()).isEqualTo(1);
        assertThat(contrast(comparison, Metric.LATENCY).verdict()).isEqualTo(Verdict.WITHIN_NOISE);
    }

    private static Contrast contrast(Comparison comparison, Metric metric) {
        return comparison.contrasts().stream()
                .filter(contrast -> contrast.metric() == metric)
                .findFirst()
                .orElseThrow();
    }

    /// @param noise greatest deviation from four seconds
    private static List<MeasuredRun> alike(double noise) {
        List<MeasuredRun> runs = new ArrayList<>();
        for (int round = 0; round < 10; round++) {
            for (Mode mode : Mode.values()) {
                double seconds = 4 + noise * Math.sin(7.0 * runs.size());
                runs.add(SyntheticRuns.run("modes", Side.of(mode), runs.size(), round, seconds, 1_000_000));
            }
        }
        return runs;
    }
}
