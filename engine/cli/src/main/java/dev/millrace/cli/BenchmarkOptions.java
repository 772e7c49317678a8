package dev.millrace.cli;

import dev.millrace.lab.measure.Side;
import dev.millrace.lab.result.BenchmarkSettings;
import dev.millrace.lab.result.BenchmarkSettings.Part;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What a benchmark is to do.
final class BenchmarkOptions {

    private static final BenchmarkSettings USUAL = BenchmarkSettings.of(Set.of());

    @Option(names = "--all", description = "Make every experiment: scaling, constraints and quality too.")
    private boolean all;

    @Option(names = "--scaling", description = "Time over the size of the data and the number of workers.")
    private boolean scaling;

    @Option(names = "--constraints", description = "Time over block size, heap and processors; the Pareto front.")
    private boolean constraints;

    @Option(names = "--quality", description = "What a model learns from the output, data quality, drift.")
    private boolean quality;

    @Option(
            names = "--side",
            paramLabel = "SIDE",
            converter = SideConverter.class,
            description = {
                "What is compared, given twice or more; the first one is the baseline. A mode, then what differs from"
                    + " the default: streaming,workers=2,blocks=512,heap=256,processors=1,data=0.5. Batch and streaming"
                    + " by default."
            })
    private @Nullable List<Side> sides;

    @Option(
            names = "--runs",
            paramLabel = "N",
            description = "Counted runs of each side; ${DEFAULT-VALUE} by default. Fewer than 5 show nothing.",
            defaultValue = "10")
    private int runs;

    @Option(
            names = "--warm-ups",
            paramLabel = "N",
            description = "Rounds before them that are dropped; ${DEFAULT-VALUE} by default.",
            defaultValue = "1")
    private int warmUps;

    @Option(
            names = "--scaling-runs",
            paramLabel = "N",
            description = "Counted runs of each size and number of workers; ${DEFAULT-VALUE} by default.",
            defaultValue = "3")
    private int scalingRuns;

    @Option(
            names = "--heap",
            paramLabel = "MB",
            description = "Limit of the heap of both modes, where no sides are named; the JVM's own choice by default.",
            defaultValue = "0")
    private int heap;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Of the order of runs, of resamples and permutations; ${DEFAULT-VALUE} by default.",
            defaultValue = "42")
    private long seed;

    @Option(names = "--fractions", paramLabel = "F", split = ",", description = "Shares of the data, above 0 to 1.")
    private @Nullable List<Double> fractions;

    @Option(names = "--worker-counts", paramLabel = "N", split = ",", description = "Numbers of workers.")
    private @Nullable List<Integer> workerCounts;

    @Option(names = "--grid-blocks", paramLabel = "KB", split = ",", description = "Block sizes of the constraints.")
    private @Nullable List<Integer> gridBlocks;

    @Option(names = "--grid-heaps", paramLabel = "MB", split = ",", description = "Heaps of the constraints.")
    private @Nullable List<Integer> gridHeaps;

    @Option(names = "--grid-processors", paramLabel = "N", split = ",", description = "Processors of the constraints.")
    private @Nullable List<Integer> gridProcessors;

    @Option(
            names = "--time-column",
            paramLabel = "NAME",
            description = "Whose early half is compared with the late one; the first column of dates by default.")
    private @Nullable String timeColumn;

    BenchmarkSettings settings(CommandLine command) {
        requireAtLeast(command, "--runs", runs, 1);
        requireAtLeast(command, "--warm-ups", warmUps, 0);
        requireAtLeast(command, "--scaling-runs", scalingRuns, 1);
        requireAtLeast(command, "--heap", heap, 0);
        if (fractions != null && fractions.stream().anyMatch(share -> !(share > 0 && share <= 1))) {
            throw refused(command, "--fractions", String.valueOf(fractions), "shares above 0, at most 1");
        }
        return new BenchmarkSettings(
                sides(command),
                parts(),
                runs,
                warmUps,
                scalingRuns,
                seed,
                heap,
                fractions == null ? USUAL.fractions() : fractions,
                positive(command, "--worker-counts", workerCounts, USUAL.workers()),
                positive(command, "--grid-blocks", gridBlocks, USUAL.gridBlocksKb()),
                positive(command, "--grid-heaps", gridHeaps, USUAL.gridMemoryMb()),
                positive(command, "--grid-processors", gridProcessors, USUAL.gridProcessors()),
                timeColumn);
    }

    private List<Side> sides(CommandLine command) {
        List<Side> named = sides == null ? List.of() : sides;
        if (named.size() == 1) {
            throw refused(command, "--side", named.getFirst().name(), "two sides or more");
        }
        for (Side side : named) {
            if (Collections.frequency(named, side) > 1) {
                throw refused(command, "--side", side.name() + " twice", "sides that differ");
            }
        }
        return named;
    }

    private Set<Part> parts() {
        Set<Part> parts = all ? EnumSet.allOf(Part.class) : EnumSet.noneOf(Part.class);
        if (scaling) {
            parts.add(Part.SCALING);
        }
        if (constraints) {
            parts.add(Part.CONSTRAINTS);
        }
        if (quality) {
            parts.add(Part.QUALITY);
        }
        return parts;
    }

    private static List<Integer> positive(
            CommandLine command, String option, @Nullable List<Integer> values, List<Integer> usual) {
        if (values != null) {
            values.forEach(value -> requireAtLeast(command, option, value, 1));
        }
        return values == null ? usual : values;
    }

    private static void requireAtLeast(CommandLine command, String option, int value, int least) {
        if (value < least) {
            throw refused(command, option, String.valueOf(value), least + " or more");
        }
    }

    private static ParameterException refused(CommandLine command, String option, String found, String accepted) {
        return new ParameterException(
                command, "Invalid value for option '" + option + "': found " + found + ", accepted is " + accepted);
    }
}
